package timeline_test

import (
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

func TestOffice(t *testing.T) {
	tl := testbuild.Talks()
	for _, tt := range []struct{ who, date, want string }{
		{"yermak", "2025-09-08", "Head, Presidential Office"},
		{"yermak", "2025-11-28", "Head, Presidential Office"},
		{"yermak", "2025-12-01", ""},
		{"yermak", "2025-11/2025-12", "Head, Presidential Office"},
		{"budanov", "2025", "Head of Defence Intelligence"},
		{"budanov", "2026-01", "Head of Defence Intelligence; Head, Presidential Office"},
		{"budanov", "", "Head of Defence Intelligence; Head, Presidential Office"},
		{"rubio", "2025-09-08", "US Secretary of State"},
		{"ukraine", "2025", ""},
	} {
		a, ok := tl.FindActor(tt.who)
		if got := tl.Office(a, testbuild.MustDate(tt.date)); !ok || got != tt.want {
			t.Errorf("office of %s on %s: %q, want %q", tt.who, tt.date, got, tt.want)
		}
	}
}

func TestGroup(t *testing.T) {
	d := testbuild.NewDraft()
	d.Actor("a", "A", timeline.Organization, "b", "")
	d.Actor("b", "B", timeline.Organization, "c", "")
	d.Actor("c", "C", timeline.Organization, "b", "")
	d.Actor("self", "Self", timeline.Organization, "self", "")
	d.Actor("p", "P", timeline.Person, "", "", "a|x|2020|2021", "b|y|2021", "c|z|2022", "self|w||2023")
	d.Actor("q", "Q", timeline.Person, "", "")
	d.Actor("r", "R", timeline.Person, "p", "")
	tl := d.Done()
	for _, tt := range []struct{ who, group, top string }{
		{"a", "b", "b"},
		{"b", "", "b"},
		{"c", "b", "b"},
		{"self", "", "self"},
		{"p", "b", "b"},
		{"q", "", "q"},
		{"r", "p", "b"},
	} {
		a, _ := tl.FindActor(tt.who)
		group := ""
		if g := tl.Group(a); g != timeline.NoActor {
			group = tl.Actor(g).ID
		}
		if top := tl.Actor(tl.Top(a)).ID; group != tt.group || top != tt.top {
			t.Errorf("%s belongs to %q under %q, want %q and %q", tt.who, group, top, tt.group, tt.top)
		}
	}
}
