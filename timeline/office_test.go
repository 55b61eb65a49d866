package timeline_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

func TestOffices(t *testing.T) {
	tl := testbuild.Talks()
	for _, tt := range []struct {
		who  string
		want []timeline.Office
	}{
		{"yermak", []timeline.Office{{Name: "Head, Presidential Office", When: "11 February 2020 – 28 November 2025"}}},
		{"budanov", []timeline.Office{
			{Name: "Head of Defence Intelligence", When: "5 August 2020 – 2 January 2026"},
			{Name: "Head, Presidential Office", When: "since 2 January 2026"},
		}},
		{"nato", nil},
	} {
		a, _ := tl.FindActor(tt.who)
		if diff := cmp.Diff(tt.want, tl.Offices(a)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestOfficeOnADate(t *testing.T) {
	tl := testbuild.Talks()
	for _, tt := range []struct{ who, date, want string }{
		{"yermak", "2025-09-08", "Head, Presidential Office"},
		{"yermak", "2025-12-01", ""},
		{"budanov", "2026-01-02", "Head of Defence Intelligence; Head, Presidential Office"},
		{"rubio", "2025", "US Secretary of State"}, // US names the organisation
		{"ukraine", "2025", ""},
	} {
		a, _ := tl.FindActor(tt.who)
		if got := tl.Office(a, testbuild.MustDate(tt.date)); got != tt.want {
			t.Errorf("on %s %s is %q, want %q", tt.date, tt.who, got, tt.want)
		}
	}
}

// A role that names its organisation by the short form in brackets of one of its names does not name it twice.
func TestRoleNamesItsOrganisationByAShortForm(t *testing.T) {
	for name, aliases := range map[string]string{
		"Securities and Exchange Commission (SEC)": "", "The Commission": "Securities and Exchange Commission (SEC)",
	} {
		d := testbuild.NewDraft()
		d.Actor("of", name, timeline.Organization, "", aliases)
		d.Actor("a", "A", timeline.Person, "", "", "of|SEC chair||")
		tl := d.Done()
		a, _ := tl.FindActor("a")
		if got := tl.Offices(a)[0].Name; got != "SEC chair" {
			t.Errorf("of %q with the alias %q the office is %q", name, aliases, got)
		}
	}
}

func TestHowLongAMembershipLasted(t *testing.T) {
	for _, tt := range []struct{ start, end, want string }{
		{"", "2025-07", "until July 2025"},
		{"2021~", "", "since c. 2021"},
		{"[2021,2022]", "2025", "2021 or 2022 – 2025"},
		{"[1950,1951]", "", "since 1950 or 1951"},
		{"", "{1950,1951}", "until 1950 and 1951"},
		{"", "", ""},
	} {
		d := testbuild.NewDraft()
		d.Actor("a", "A", timeline.Person, "", "", "Office|Head|"+tt.start+"|"+tt.end)
		tl := d.Done()
		a, _ := tl.FindActor("a")
		if got := tl.Offices(a)[0].When; got != tt.want {
			t.Errorf("from %q to %q reads %q, want %q", tt.start, tt.end, got, tt.want)
		}
	}
}

// An office names its organisation, unless it says so itself, also as an adjective.
func TestAnOfficeThatNamesItsState(t *testing.T) {
	for _, tt := range []struct{ role, want string }{
		{"Ukrainian envoy", "Ukrainian envoy"}, {"Envoy of Ukraine", "Envoy of Ukraine"}, {"Envoy", "Envoy, Ukraine"},
	} {
		d := testbuild.NewDraft()
		d.Actor("a", "A", timeline.Person, "", "", "Ukraine|"+tt.role+"|2021|")
		tl := d.Done()
		a, _ := tl.FindActor("a")
		if got := tl.Offices(a)[0].Name; got != tt.want {
			t.Errorf("%q reads %q, want %q", tt.role, got, tt.want)
		}
	}
}
