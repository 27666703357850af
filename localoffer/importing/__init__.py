"""Data from elsewhere → listings: fetched, chosen, cleaned, written beside what people changed, and accounted for"""
