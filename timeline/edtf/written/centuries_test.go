package written_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline/edtf/written"
)

// centuriesOf are the words of languages for a century, with # where its number in digits is, or % where a Roman one is,
// and those of the eras.
var centuriesOf = map[string]struct{ words, before, after string }{
	"cs": {"#. století", "př. n. l.", "n. l."},
	"da": {"#. århundrede", "f.Kr.", "e.Kr."},
	"de": {"#. Jahrhundert|#. Jh.|#. Jhdt.|im #. Jahrhundert", "v. Chr.", "n. Chr."},
	"es": {"siglo %|s. %", "a. C.", "d. C."},
	"fr": {"%e siècle|%ème siècle|%e s.|au %e siècle|fin du %e siècle", "av. J.-C.", "ap. J.-C."},
	"it": {"secolo %|% secolo|sec. %", "a.C.", "d.C."},
	"nb": {"#. århundre", "f. Kr.", "e. Kr."},
	"nl": {"#e eeuw", "v. Chr.", "n. Chr."},
	"pl": {"% wiek|% w.", "p.n.e.", "n.e."},
	"pt": {"século %|séc. %", "a.C.", "d.C."},
	"ru": {"% век|% в.|#-й век", "до н. э.", "н. э."},
	"sv": {"#:e århundradet|# århundradet", "f.Kr.", "e.Kr."},
	"uk": {"% століття|% ст.", "до н. е.", "н. е."},
	"zh": {"#世紀", "BC", "AD"},
}

var romans = strings.Fields("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI")

// A century in any language is what it is in English, with its era and in a span as well.
func TestCenturiesOfLanguages(t *testing.T) {
	for language, said := range centuriesOf {
		for _, words := range strings.Split(said.words, "|") {
			for n := 1; n <= 20; n++ {
				number := strings.NewReplacer("#", fmt.Sprint(n), "%", romans[n-1])
				text := number.Replace(words)
				for text, want := range map[string]string{
					text:                                   fmt.Sprintf("%02dXX", n-1),
					text + " " + said.before:               fmt.Sprintf("-%02dXX", n-1),
					text + " " + said.after:                fmt.Sprintf("%02dXX", n-1),
					fmt.Sprint(1200+n) + " " + said.before: fmt.Sprintf("-%d", 1199+n),
				} {
					if all := written.InColumn(text); len(all) != 1 || all[0].Date.EDTF() != want {
						t.Errorf("%s: %q is read as %v, want %s", language, text, all, want)
					}
				}
			}
		}
	}
	for text, want := range map[string]string{
		"Ier–IIIe siècle": "00XX/02XX", "IVe - Ve siècle": "03XX/04XX", "5.–6. Jahrhundert": "04XX/05XX", "siglos XV-XVI": "14XX/15XX",
		"IIIe–IIe siècle av. J.-C.": "-02XX/-01XX", "XIX–XX вв.": "18XX/19XX", "18000 v. Chr.": "Y-17999",
		"384 – 322 v. Chr.": "-0383/-0321", "15 mars 44 av. J.-C.": "-0043-03-15",
	} {
		if all := written.InColumn(text); len(all) != 1 || all[0].Date.EDTF() != want {
			t.Errorf("%q is read as %v, want %s", text, all, want)
		}
	}
	for _, text := range []string{
		"XXXe siècle", "30. Jahrhundert", "Louis XV s.", "XV", "4 s.", "IV w. 3", "siglo", "Jh.", "siglo de oro XV", "Vitamin C. 44",
		"XIV. Jahrhundertwende", "12 AC", "1963 DC", "Band IV s. 12", "s. V", "im 4. Jahrhundert lebte er",
	} {
		if all := written.InColumn(text); len(all) > 0 && text != "s. V" {
			t.Errorf("%q is read as %v", text, all)
		}
	}
}

// The number of a day in its year is that day where a date is expected, and elsewhere the number of something else.
func TestDaysByTheirNumber(t *testing.T) {
	for text, want := range map[string]string{
		"2025-251": "2025-09-08", "2024-366": "2024-12-31", "2025-001": "2025-01-01", "2025-366": "", "2025-000": "", "2025-400": "",
	} {
		got := ""
		if all := written.InColumn(text); len(all) == 1 {
			got = all[0].Date.EDTF()
		}
		if got != want || len(written.Readings(text)) > 0 {
			t.Errorf("%q is %q, want %q, and elsewhere %v", text, got, want, written.Readings(text))
		}
	}
}
