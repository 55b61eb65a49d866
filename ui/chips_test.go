package ui

import "testing"

func TestChipsAreDroppedByKeys(t *testing.T) {
	d := open(t, 120, 40, withQuery("actor:ukraine type:statement status:confirmed"))
	d.see("actor:ukraine [x]  type:statement [x]  status:confirmed [x]", "F parts")
	d.press("F", "left").see("←→ choose", "Enter drop").press("enter")
	if d.query() != "actor:ukraine status:confirmed" {
		t.Fatalf("the middle one is dropped from %q", d.query())
	}
	if d.press("delete"); d.query() != "actor:ukraine" {
		t.Fatalf("Del leaves %q", d.query())
	}
	d.press("u", "u", "home", "delete")
	if d.query() != "type:statement status:confirmed" {
		t.Errorf("after two undos and dropping the first: %q", d.query())
	}
	d.press("enter", "enter")
	if d.query() != "" || d.mode() != inList {
		t.Errorf("with the last part gone the query is %q, the mode %d", d.query(), d.mode())
	}
}

func TestChipsAreReachedWithoutLetters(t *testing.T) {
	d := open(t, 80, 24, withQuery("type:strike"))
	d.press("alt+up", "enter")
	if d.query() != "" {
		t.Errorf("the query is still %q", d.query())
	}
}

func TestTheCursorOfTheChipsStepsOutToWhereItCameFrom(t *testing.T) {
	d := open(t, 120, 40, withQuery("type:strike")).press("right", "F", "esc")
	if d.mode() != inDetail || d.query() != "type:strike" {
		t.Errorf("mode %d, query %q", d.mode(), d.query())
	}
}

// The cursor begins on the part that emptied the list, since that is what the reader comes for.
func TestTheCursorBeginsOnTheCulprit(t *testing.T) {
	d := open(t, 120, 40, withQuery("actor:rubio type:strike")).press("F", "enter")
	if d.query() != "type:strike" {
		t.Errorf("the query is %q", d.query())
	}
}

func TestChipsThatDoNotFitAreCounted(t *testing.T) {
	d := open(t, 40, 12, withQuery("actor:ukraine type:statement status:confirmed -tag:economy"))
	d.see("actor:ukraine [x]  …3")
	d.press("F").fits().see("…3", "-tag:econ")
	d.press("home").see("actor:ukraine [x]  …3")
}

// A short part has the sign that drops it too.
func TestShortChipsCanBeDropped(t *testing.T) {
	open(t, 80, 24, withQuery("usa un")).see("usa [x]  un [x]")
}

func TestOnlyThisActorAndBack(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-08-yermak-rubio-call")).press("A")
	if d.query() != "actor:yermak" {
		t.Fatalf("A asks for %q", d.query())
	}
	d.press("down") // where Yermak is one of several
	if d.press("A"); d.query() != "" {
		t.Errorf("A again leaves %q", d.query())
	}
}

func TestANumberMeansOnlyThisActor(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-08-yermak-rubio-call")).press("1", "2")
	if d.query() != "actor:rubio" {
		t.Errorf("1, then 2, asks for %q", d.query())
	}
}
