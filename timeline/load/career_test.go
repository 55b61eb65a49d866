package load

import (
	"context"
	"strings"
	"testing"
)

// In a step of a career the post or the degree is the title, the employer or the school takes part, and the area is what
// it was about. Elsewhere an area is a place.
func TestStepsOfACareer(t *testing.T) {
	for text, want := range map[string]string{
		`{"name":"Amaranth","position":"Engineer","startDate":"2019-03","endDate":"2021-05","area":"Robotics"}`:          "Engineer; ; Amaranth",
		`{"name":"Amaranth","position":"Engineer","location":"Berlin","startDate":"2019-03"}`:                            "Engineer; Berlin; Amaranth",
		`{"company":"Amaranth","position":"Engineer","startDate":"2019-03"}`:                                             "Engineer; ; Amaranth",
		`{"organization":"Amaranth","position":"Helper","startDate":"2019-03"}`:                                          "Helper; ; Amaranth",
		`{"employer":"Amaranth","role":"Engineer","start":"2019","end":"present","city":"Berlin"}`:                       "Engineer; Berlin; Amaranth",
		`{"companyName":"Amaranth","title":"Engineer","startedOn":"Mar 2019"}`:                                           "Engineer; ; Amaranth",
		`{"institution":"Oslo","area":"Physics","studyType":"Bachelor","startDate":"2010-09-01","endDate":"2013-06-30"}`: "Bachelor, Physics; ; Oslo",
		`{"institution":"Oslo","area":"Physics","startDate":"2010-09-01"}`:                                               "Physics; ; Oslo",
		`{"schoolName":"Oslo","degreeName":"BSc","fieldOfStudy":"Physics","startDate":"2010"}`:                           "BSc, Physics; ; Oslo",
		`{"school":"Oslo","degree":"BSc","major":"Physics","start_year":2010,"end_year":2013}`:                           "BSc, Physics; ; Oslo",
		`{"name":"Oslo","degree":"BSc","area":"Physics","start":"2010"}`:                                                 "BSc, Physics; ; Oslo",
		`{"title":"Best paper","date":"2014-11-01","awarder":"ACM"}`:                                                     "Best paper; ; ACM",
		`{"name":"AWS","date":"2021-11-07","issuer":"Amazon"}`:                                                           "AWS; ; Amazon",
		`{"Period":{"From":{"Year":2010}},"Title":"BSc","Organisation":{"Name":"Oslo"}}`:                                 "BSc; ; Oslo",
		`{"title":"Fire","date":"2019-03-04","area":"Camden"}`:                                                           "Fire; Camden; ",
		`{"name":"Fire","startDate":"2019-03-04","area":"Camden"}`:                                                       "Fire; Camden; ",
		`{"name":"Pele","position":"Forward","startDate":"1956","team":"Santos"}`:                                        "Pele; ; Santos",
	} {
		p := Files(context.Background(), []File{textFile("x.json", "["+text+"]")}, nil)
		e := p.Index.Timeline().Event(0)
		var names []string
		for i := range e.Actors {
			names = append(names, e.Actors[i].Name)
		}
		got := e.Title + "; " + e.Location + "; " + strings.Join(names, ", ")
		if got != want || e.Date.IsZero() {
			t.Errorf("%s: %s: %q, want %q\n%s", text, e.Date.EDTF(), got, want, p.Problems)
		}
	}
}
