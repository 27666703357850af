"""First names that are usual in the UK: by them an address that is one person's is known. Names that are everyday words
(May, Rose, Will, Grace) are not among them, because offices bear them."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """aaron abbie abdul abdullah abigail adam adele adrian ahmed aidan aileen aisha alan alastair alex alexander alexandra
    alexis alfie ali alice alicia alison alistair allan allison alun amanda amber amelia amina amir amy ana andrea andrew
    andy angela angus anita ann anna anne annette annie anthony antonia antony arthur asha ashley audrey barbara barry beatrice becky
    belinda ben benjamin bernadette bernard beth bethany betty beverley bill billy bob brenda brian bridget bruce bryan
    callum calum cameron carl carla carly carol carole caroline carolyn carys catherine cathy catriona charlene charles
    charlie charlotte chelsea cheryl chloe chris christian christina christine christopher claire clara clare claudia clive
    colin connor corinne craig cynthia daisy daniel danielle danny darren dave david dawn dean deb debbie deborah debra denis
    denise dennis derek diana diane dilys dominic donald donna dorothy doug douglas duncan dylan eddie edward eileen
    elaine eleanor eleri elizabeth ella ellen ellie elliot emily emma eric erica erin esther ethan eva evelyn faisal farah
    fatima felicity fiona frances francesca francis frank fred freddie frederick freya gareth gary gavin gemma geoff
    geoffrey george georgia georgina gerald geraldine gerard gill gillian gina glenn gloria glyn gordon graeme graham greg gregory gwen
    hannah harriet harry harvey hassan hayley heather helen helena henry hilary howard hugh hussain ian ibrahim imran ingrid
    irene isaac isabel isabella isla ivan jack jackie jacob jacqueline jacqui jade jake james jamie jan jane janet janice
    jasmine jason jayne jean jeanette jeff jeffrey jemma jen jennie jennifer jenny jeremy jess jessica jill jim jimmy jo
    joan joanna joanne joe joel john johnny jon jonathan jordan joseph josh joshua joyce juan judith judy julia julian julie
    june justin karen karl kate katherine kathleen kathryn kathy katie katy kayleigh keith kelly ken kenneth kerry kevin
    khalid kieran kim kirsten kirsty kristina kyle lara laura lauren laurence lawrence leah leanne lee leigh leo leon
    leonard lesley leslie lewis liam libby lily linda lindsay lindsey lisa liz lizzie lloyd lois lorna lorraine louis
    louisa louise lucy luke lydia lyn lynda lynn lynne lynsey maggie malcolm mandy marc marcus margaret maria marian marie
    marilyn marion mariam martha martin martyn mary matt matthew maureen maurice maxine megan melanie melissa mia michael
    michaela michelle miguel mike miranda miriam mohamed mohammad mohammed moira molly monica morag muhammad naomi natalie
    natasha nathan neil nia nicholas nick nicky nicola nigel nina noel nora norma norman oliver olivia omar oscar owen
    pamela pat patricia patrick paul paula pauline penelope penny pete peter phil philip philippa phillip phyllis pippa priya
    rachael rachel raj ralph raymond rebecca reece rhian rhiannon rhys richard rita rob robbie robert roberta roger ron
    ronald rosalind rosemary rosie ross roy russell ruth ryan sally sam samantha samuel sandra sarah scott sean
    sebastian shane shannon sharon shaun sheena sheila shelley shirley sian simon sonia sophia sophie stacey stan stanley stella
    stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tamara tanya tara tariq ted teresa terence terry
    theo theresa thomas tim timothy tina toby tom tommy tony tracey tracy trevor trudy una ursula valerie vanessa vera
    veronica vicki vicky victor victoria vincent vivien vivienne wayne wendy william yasmin yusuf yvette yvonne zahra zara
    zoe""".split()
)
