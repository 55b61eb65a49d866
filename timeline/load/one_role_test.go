package load

import (
	"strings"
	"testing"
)

// One key fills one role, and each that fills one is told once, with that role.
func TestOneKeyFillsOneRole(t *testing.T) {
	for text, want := range map[string]string{
		"Name,Founded,Country\nAcme,2001,England\nBolt,2003,France\n":        "2001 | Acme @ England, 2003 | Bolt @ France",
		"Name,Born,Died,Country\nAnn,1900,1950,England\n":                    "1900/1950 | Ann @ England",
		"eventLabel,date,countryLabel\nA,1900-01-01,England\n":               "1900-01-01 | A @ England",
		"event,date,city,country\nA,1900,London,England\n":                   "1900 | A @ London, England",
		"event,date,country,company\nA,1900,England,Acme\n":                  "1900 | A @ England + Acme",
		"event,date,countries,location\nA,1900,France;Spain,Lyon\n":          "1900 | A @ Lyon + France + Spain",
		"event,date,venue,city,country\nA,1900,Hall,Oslo,Norway\n":           "1900 | A @ Hall, Oslo, Norway",
		"battle,year,attacker,defender,genre,theme\nA,1900,Ann,Bob,war,x\n":  "1900 | A = war + Ann + Bob #x",
		"headline,when,who,place_name,category,link\nA,1900,Ann,Oslo,war,\n": "1900 | A @ Oslo = war + Ann",
	} {
		p := loadText(t, "x.csv", text)
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
		roles := map[string]int{}
		for _, one := range p.Problems {
			if key, role, ok := strings.Cut(one.Message, "` is taken for `"); ok {
				roles[strings.TrimPrefix(key, "`")]++
				if !strings.HasSuffix(role, "`") {
					t.Errorf("%q: %s", text, one.Message)
				}
			}
		}
		own := map[string]bool{"date": true, "location": true, "category": true}
		for key := range strings.SplitSeq(strings.TrimSpace(text[:strings.IndexByte(text, '\n')]), ",") {
			if n := roles[key]; n != 1 && !own[key] && key != "link" {
				t.Errorf("%q: %s is told %d times", text, key, n)
			}
		}
	}
}
