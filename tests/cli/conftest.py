from tests.mkdocs_programs import programs_go_on

__all__ = ["programs_go_on"]
