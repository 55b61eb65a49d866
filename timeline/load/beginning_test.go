package load

import (
	"strings"
	"testing"
)

// Keys that all begin alike mean what they mean without that: at least four, and nearly all that an event has.
func TestKeysThatBeginAlike(t *testing.T) {
	for _, c := range [][3]string{
		{"x.json", `[{"itemname":"A","itemurl":"https://a.org","itemdateyear":"1923","itemlocation":"Oslo"}]`, "1923 | A @ Oslo <https://a.org>"},
		{"x.json", `{"all":[{"evname":"A","evdate":"6 May 2024","evplace":"Oslo","evtype":"War"}]}`, ""},
		{"x.csv", "evname,evdate,evplace,evnote\nA,2024-05-06,Oslo,n\nB,2024-05-07,Rome,m\n", "2024-05-06 | A @ Oslo, 2024-05-07 | B @ Rome"},
		{"x.csv", "itemname,itemdateyear,itemdatemonth,itemdateday,itemurl\nA,1923,07,04,https://a.org\n", "1923-07-04 | A <https://a.org>"},
		{"x.csv", "Itemname,Itemdate,Itemplace,Itemurl,other\nA,1923,Oslo,https://a.org,x\n", "1923 | A @ Oslo <https://a.org>"},
		{"x.yaml", "- {t_titel: A, t_datum: 1923-01-01, t_ort: Oslo, t_xyz: 1}\n", "1923-01-01 | A @ Oslo"},
		{"x.csv", "itemname,itemdate,itemplace\nA,1923,Oslo\n", ""},                // three
		{"x.csv", "itemname,itemdate,itemplace,itemurl,p,q\nA,1923,O,b,c,d\n", ""}, // others beside them
		{"x.csv", "updatename,updateof,updatedate2,updatex\nA,b,1923-01-01,x\n", ""},
		{"x.csv", "name,itemabc,itemdef,itemghi,itemklm\nA,2024,2,3,4\n", ""},
	} {
		p := loadText(t, c[0], c[1])
		got := strings.Join(outline(p.Index.Timeline()), ", ")
		if c[2] == "" && p.Index.Timeline().Len() > 0 && !p.Index.Timeline().Date(0).IsZero() || c[2] != "" && got != c[2] {
			t.Errorf("%s: %s\n%s", c[1], got, p.Problems)
		}
	}
}
