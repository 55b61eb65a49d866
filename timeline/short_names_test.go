package timeline_test

import (
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

func TestShortName(t *testing.T) {
	d := testbuild.NewDraft()
	for id, name := range map[string]string{
		"rubio": "Marco Rubio", "melania": "Melania Trump", "luis": "Luís Montenegro", "ann": "Ann Bush",
		"ben": "Ben  BUSH", "cher": "Cher", "governor": "Governor of Belgorod",
		"leyen": "Ursula von der Leyen", "croo": "Alexander De Croo", "al": "ali ibn khalid", "two": "van Dyck",
	} {
		d.Actor(id, name, timeline.Person, "", "")
	}
	d.Actor("donald", "Donald Trump", timeline.Person, "", "Trump")
	d.Actor("me", "Montenegro", timeline.State, "", "")
	d.Actor("ministry", "Defence Ministry", timeline.Organization, "", "")
	tl := d.Done()
	for who, want := range map[string]string{
		"rubio": "Rubio", "donald": "Trump", "melania": "Melania Trump", "luis": "Luís Montenegro",
		"me": "Montenegro", "ann": "Ann Bush", "ben": "Ben  BUSH", "cher": "Cher", "governor": "Governor of Belgorod",
		"ministry": "Defence Ministry", "leyen": "von der Leyen", "croo": "Croo", "al": "ibn khalid", "two": "Dyck",
	} {
		if a, ok := tl.FindActor(who); !ok || tl.ShortName(a) != want {
			t.Errorf("%s is called %q, want %q", who, tl.ShortName(a), want)
		}
	}
}
