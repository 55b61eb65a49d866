package ui

import (
	"strings"
	"testing"
)

func TestCompletionOffersValuesWithCounts(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("type:")
	d.see("statement", "strike", "8 of 11", "Esc close list")
	if strings.Contains(d.screen(), "missing") {
		t.Error("a value that is being chosen is called a mistake")
	}
	if d.m.shown().Len() != d.m.index.Timeline().Len() {
		t.Errorf("a key without a value leaves %d events", d.m.shown().Len())
	}
	d.typeText("str").press("tab")
	if got := d.m.prompt.input.Value(); got != "type:strike " {
		t.Fatalf("Tab writes %q", got)
	}
	d.press("enter").see("type:strike ×", " of 45 events")
}

func TestCompletionCountsUnderTheRest(t *testing.T) {
	d := open(t, 120, 40, withQuery("type:strike")).press("/").typeText("actor:russi").see("   russia                   Russia                    6 ")
	if d.press("down", "enter", "enter"); d.m.shown().Len() != 6 {
		t.Errorf("%d events are shown", d.m.shown().Len())
	}
}

func TestCompletionFindsNamesInAnyScript(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("actor:Єрмак").see("Andriy Yermak").press("tab", "enter")
	if d.m.view.query != "actor:yermak" {
		t.Errorf("the query is %q", d.m.view.query)
	}
}

func TestAKeyIsCompletedAndItsValuesFollow(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("sta").press("tab")
	d.see("status:", "confirmed, reported, disputed …", "type:statement")
	d.press("enter").see("confirmed", "reported")
	d.press("down", "down", "up", "enter", "enter")
	if d.m.view.query != "status:confirmed" {
		t.Errorf("the query is %q", d.m.view.query)
	}
}

func TestTabOnABlankListsTheKeys(t *testing.T) {
	open(t, 120, 40).press("/", "tab").see("actor:", "who takes part", "location:", "8 of 14")
}

func TestABareWordIsLeftAlone(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("act")
	if d.m.candidatesOpen() {
		t.Error("a list opens unasked")
	}
	d.press("left", "left").typeText("x")
	if d.m.candidatesOpen() {
		t.Error("a list opens unasked")
	}
}

func TestNothingToComplete(t *testing.T) {
	open(t, 120, 40).press("/").typeText("zzqzz").press("tab").see("nothing in the record begins so")
}

func TestCompletionInTheMiddleKeepsWhatFollows(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("actor:rub type:call")
	for range len(" type:call") {
		d.press("left")
	}
	d.press("tab")
	if d.m.candidatesOpen() { // the list was shut when the cursor left
		d.press("tab")
	}
	if got := d.m.prompt.input.Value(); got != "actor:rubio type:call" {
		t.Errorf("the line is %q", got)
	}
}

func TestEscClosesTheListThenTheLine(t *testing.T) {
	d := open(t, 120, 40, withQuery("type:call")).press("/").typeText("actor:")
	if d.press("esc"); d.m.mode != inPrompt || d.m.candidatesOpen() {
		t.Fatal("Esc does not close the list alone")
	}
	if d.press("esc"); d.m.mode != inList || d.m.view.query != "type:call" {
		t.Errorf("Esc leaves mode %d and %q", d.m.mode, d.m.view.query)
	}
}

func TestEnterSaysWhyAnIncompleteFilterIsNotKept(t *testing.T) {
	open(t, 120, 40).press("/").typeText("type:").press("enter").see("a value for `type` is missing")
}

// The list never covers the line that is typed into, and leaves when the screen is all there is.
func TestTheListStandsBelowTheLine(t *testing.T) {
	for _, s := range sizes {
		d := open(t, s.w, s.h).press("/").typeText("actor:").fits()
		if !strings.HasPrefix(d.lines()[d.m.layout().query.Min.Y], " / actor:") {
			t.Errorf("%d×%d: the line is %q", s.w, s.h, d.lines()[d.m.layout().query.Min.Y])
		}
		for range 60 {
			d.press("down").fits()
		}
	}
}

func TestEarlierFiltersComeBack(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("type:call").press("enter")
	d.press("esc", "a").typeText("rubio").press("enter", "esc", "/").typeText("kyi")
	line := func() string { return d.m.prompt.input.Value() }
	if d.press("up"); line() != "actor:rubio" {
		t.Errorf("the last one is %q", line())
	}
	if d.press("up"); line() != "type:call" || d.m.candidatesOpen() {
		t.Errorf("the one before is %q, listed: %v", line(), d.m.candidatesOpen())
	}
	d.press("up").see("no further query")
	if d.press("down", "down"); line() != "kyi" {
		t.Errorf("what was being typed is %q", line())
	}
	d.press("up", "enter").see("actor:rubio ×")
}

func TestSavedViewsCanBeRecalled(t *testing.T) {
	s := &shelf{kept: Kept{Views: []SavedView{{Name: "calls", Query: "type:call"}}}}
	d := open(t, 120, 40, keptIn(s)).press("/", "up")
	if got := d.m.prompt.input.Value(); got != "type:call" {
		t.Errorf("up brings %q", got)
	}
}
