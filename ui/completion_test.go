package ui

import (
	"regexp"
	"strings"
	"testing"

	"dateline/ui/session"
)

func TestCompletionOffersValuesWithCounts(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("type:")
	d.see("statement", "strike", "8 of 11", "Esc close list")
	if strings.Contains(d.screen(), "missing") {
		t.Error("a value that is being chosen is called a mistake")
	}
	if d.listed() != d.record().Len() {
		t.Errorf("a key without a value leaves %d events", d.listed())
	}
	d.typeText("str").press("tab")
	if got := d.typedQuery(); got != "type:strike " {
		t.Fatalf("Tab writes %q", got)
	}
	d.press("enter").see("type:strike [x]", " of 45 events")
}

func TestCompletionCountsUnderTheRest(t *testing.T) {
	d := open(t, 120, 40,
		withQuery("type:strike")).press("/").typeText("actor:russi")
	if !regexp.MustCompile(`   russia  +Russia  +6 `).MatchString(d.screen()) {
		t.Errorf("the 6 strikes by Russia are not counted:\n%s", d.screen())
	}
	if d.press("down", "enter", "enter"); d.listed() != 6 {
		t.Errorf("%d events are shown", d.listed())
	}
}

func TestCompletionFindsNamesInAnyScript(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("actor:Єрмак").see("Andriy Yermak").press("tab", "enter")
	if d.query() != "actor:yermak" {
		t.Errorf("the query is %q", d.query())
	}
}

func TestAKeyIsCompletedAndItsValuesFollow(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("sta").press("tab")
	d.see("status:", "confirmed, reported, disputed …", "type:statement")
	d.press("enter").see("confirmed", "reported")
	d.press("down", "down", "up", "enter", "enter")
	if d.query() != "status:confirmed" {
		t.Errorf("the query is %q", d.query())
	}
}

func TestTabOnABlankListsTheKeys(t *testing.T) {
	open(t, 120, 40).press("/", "tab").see("actor:", "who takes part", "location:", "8 of 16")
}

func TestABareWordIsLeftAlone(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("act")
	if d.offered() {
		t.Error("a list opens unasked")
	}
	d.press("left", "left").typeText("x")
	if d.offered() {
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
	if d.offered() { // the list was shut when the cursor left
		d.press("tab")
	}
	if got := d.typedQuery(); got != "actor:rubio type:call" {
		t.Errorf("the line is %q", got)
	}
}

func TestEscClosesTheListThenTheLine(t *testing.T) {
	d := open(t, 120, 40, withQuery("type:call")).press("/").typeText("actor:")
	if d.press("esc"); d.mode() != inQueryLine || d.offered() {
		t.Fatal("Esc does not close the list alone")
	}
	if d.press("esc"); d.mode() != inList || d.query() != "type:call" {
		t.Errorf("Esc leaves mode %d and %q", d.mode(), d.query())
	}
}

func TestEnterSaysWhyAnIncompleteFilterIsNotKept(t *testing.T) {
	open(t, 120, 40).press("/").typeText("type:").press("enter").see("a value for `type` is missing")
}

// The list never covers the line that is typed into, and leaves when the screen is all there is.
func TestTheListStandsBelowTheLine(t *testing.T) {
	for _, s := range sizes {
		d := open(t, s.w, s.h).press("/").typeText("actor:").fits()
		if !strings.HasPrefix(d.lines()[d.layout().Query.Min.Y], " / actor:") {
			t.Errorf("%d×%d: the line is %q", s.w, s.h, d.lines()[d.layout().Query.Min.Y])
		}
		for range 60 {
			d.press("down").fits()
		}
	}
}

func TestEarlierFiltersComeBack(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("type:call").press("enter")
	d.press("esc", "a").typeText("rubio").press("enter", "esc", "/").typeText("kyi")
	line := func() string { return d.typedQuery() }
	if d.press("up"); line() != "actor:rubio" {
		t.Errorf("the last one is %q", line())
	}
	if d.press("up"); line() != "type:call" || d.offered() {
		t.Errorf("the one before is %q, listed: %v", line(), d.offered())
	}
	d.press("up").see("no further query")
	if d.press("down", "down"); line() != "kyi" {
		t.Errorf("what was being typed is %q", line())
	}
	d.press("up", "enter").see("actor:rubio [x]")
}

func TestSavedViewsCanBeRecalled(t *testing.T) {
	s := &shelf{kept: session.Saved{Views: []session.SavedView{{Name: "calls", Query: "type:call"}}}}
	d := open(t, 120, 40, savedIn(s)).press("/", "up")
	if got := d.typedQuery(); got != "type:call" {
		t.Errorf("up brings %q", got)
	}
}
