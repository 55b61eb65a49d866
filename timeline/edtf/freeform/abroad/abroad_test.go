package abroad_test

import (
	"testing"

	"dateline/timeline/edtf/freeform/abroad"
)

func TestEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"Ier–IIIe siècle":        "1st–3rd century",
		"4. Jhdt. v. Chr.":       "4th century BC",
		"I wiek p.n.e.":          "1st century BC",
		"IV в. до н. э.":         "4th century BC",
		"ХІХ ст.":                "19th century",
		"18000 v. Chr.":          "18000 BC",
		"Anfang des 19. Jh.":     "early 19th century",
		"vers 44 av. J.-C.":      "c. 44 BC",
		"XXXe siècle":            "", // none that has been
		"4th century":            "",
		"The s. of 1914 and DC.": "",
		"12 AC":                  "",
	} {
		if got, ok := abroad.English(text); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v, want %q", text, got, ok, want)
		}
	}
}

func BenchmarkEnglishOfProse(b *testing.B) {
	for range b.N {
		abroad.English("The ministers met in Vienna in 1814 and signed nothing")
	}
}
