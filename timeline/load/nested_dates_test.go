package load

import (
	"slices"
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// A key that says when it happened is better than one that says when it was written down, however deep in the event it
// stands, and whether a table names it or one of its words does. What is beside the event is not looked at for that.
func TestBetterKeysOfMaps(t *testing.T) {
	for text, want := range map[string]string{
		`{"createdTime":"2024-05-01T00:00:00.000Z","fields":{"Name":"A","Date":"1066-10-14"}}`:                                           "1066-10-14 | A",
		`{"createdTime":"2024-05-01","fields":{"Name":"A","Start":"1914-07-28","End":"1918-11-11"}}`:                                     "1914-07-28/1918-11-11 | A",
		`{"createdTime":"2024-05-01","fields":{"Name":"A","Year":1066,"Month":10,"Day":14}}`:                                             "1066-10-14 | A",
		`{"createdTime":"2024-05-01","fields":{"Name":"A","Year":490,"Era":"BC"}}`:                                                       "-0489 | A",
		`{"created_time":"2024-05-01","properties":{"Date":{"date":{"start":"1066-10-14","end":null}},"Name":{"title":[{"text":"A"}]}}}`: "1066-10-14 | A",
		`{"created_at":"2024-05-01","attributes":{"date":"1066-10-14","title":"A"}}`:                                                     "1066-10-14 | A",
		`{"published":"2024-05-01","event":{"name":"A","date":"1066-10-14"}}`:                                                            "1066-10-14 | A",
		`{"id":1,"createdAt":"2024-05-01","attributes":{"Title":"A","event_date":"1066-10-14","publishedAt":"2024-05-01"}}`:              "1066-10-14 | A",
		`{"createTime":"2024-05-01","title":"A","fields":{"date":{"timestampValue":"1966-10-14"}}}`:                                      "1966-10-14 | A",
		`{"posted":"2024-05-01","details":{"when":"14 October 1066"},"title":"A"}`:                                                       "1066-10-14 | A",
		`{"reported_at":"2024-05-01","title":"A","incident":{"date":"1966-10-14"}}`:                                                      "1966-10-14 | A",
		`{"timestamp":"2024-05-01","event":{"name":"A","date":"1066-10-14"}}`:                                                            "1066-10-14 | A",
		`{"title":"A","created":"2024-05-01","field_date":"1066-10-14"}`:                                                                 "1066-10-14 | A",
		`{"title":"A","created_at":"2024-05-01","battle_date":"1066-10-14"}`:                                                             "1066-10-14 | A",
		`{"title":"A","created_at":"2024-05-01","year_ce":"1066"}`:                                                                       "1066 | A",
		`{"title":"A","created_at":"2024-05-01","fields":{"date":"once upon a time"}}`:                                                   " | A",
		`{"title":"A","created_at":"2024-05-01","date":{"x":"1066-10-14"}}`:                                                              " | A",
		`{"title":"A","created_at":"2024-05-01","author":{"name":"X","date":"1950-01-01"}}`:                                              "2024-05-01 | A + X",
		`{"title":"A","published":"1914-06-28","meta":{"date":"2024-05-01"}}`:                                                            "1914-06-28 | A",
		`{"title":"A","published":"2014-05-01","image":{"date":"1999-01-01"},"venue":{"opened":"1950"}}`:                                 "2014-05-01 | A",
		`{"title":"A","published":"2014-05-01","reading_time":"5 min"}`:                                                                  "2014-05-01 | A",
		`{"title":"A","time":"1914-06-28","meta":{"date":"2024-05-01"}}`:                                                                 "1914-06-28 | A",
		`{"title":"A","date":"1914-06-28","event":{"date":"2024-05-01"}}`:                                                                "1914-06-28 | A",
		`{"title":"A","published":"2014-05-01","parts":{"end":"2020-01-01"}}`:                                                            "2014-05-01 | A",
	} {
		p := loadText(t, "a.json", "["+text+"]")
		if got := outline(p.Index.Timeline()); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %q, want %q\n%s", text, got, want, p.Problems)
		}
	}
}

// A key that is called as an era says it by whether it holds, and a year by its own name; a day has its era as a year
// has.
func TestErasThatHold(t *testing.T) {
	for text, want := range map[string][]string{
		`{"year":490,"bc":true,"title":"A"},{"year":79,"bc":false,"title":"B"}`:       {"-0489 | A", "0079 | B"},
		`{"year":490,"BCE":"yes","title":"A"},{"year":79,"BCE":"no","title":"B"}`:     {"-0489 | A", "0079 | B"},
		`{"year":490,"is_bc":1,"title":"A"},{"year":79,"is_bc":0,"title":"B"}`:        {"-0489 | A", "0079 | B"},
		`{"year":490,"bc":"x","title":"A"},{"year":79,"bc":"","title":"B"}`:           {"-0489 | A", "0079 | B"},
		`{"year":490,"ce":false,"title":"A"},{"year":79,"ce":true,"title":"B"}`:       {"-0489 | A", "0079 | B"},
		`{"date":{"year":490,"bc":true},"title":"A"}`:                                 {"-0489 | A"},
		`{"date":490,"bc":true,"title":"A"}`:                                          {"-0489 | A"},
		`{"date":"0490-09-12","bc":true,"title":"A"}`:                                 {"-0489-09-12 | A"},
		`{"when":"0490-09-12","era":"BC","title":"A"}`:                                {"-0489-09-12 | A"},
		`{"date":"0490/0480","bc":true,"title":"A"}`:                                  {" | A"},
		`{"date":"490 BC","bc":true,"title":"A"}`:                                     {"-0489 | A"},
		`{"date":"1990-05-05","bc":false,"title":"A"}`:                                {"1990-05-05 | A"},
		`{"start_year":490,"start_bc":true,"end_year":480,"end_bc":true,"title":"A"}`: {"-0489/-0479 | A"},
		`{"start_year":44,"start_bc":true,"end_year":14,"end_bc":false,"title":"A"}`:  {"-0043/0014 | A"},
		`{"year_bc":490,"title":"A"},{"year_bc":480,"title":"B"}`:                     {"-0489 | A", "-0479 | B"},
		`{"year":490,"era":"BC/BCE","title":"A"}`:                                     {"-0489 | A"},
		`{"year":1986,"bc":"Vancouver","title":"A"}`:                                  {"1986 | A"},
		`{"created":"2024","fields":{"year":490,"bc":true},"title":"A"}`:              {"-0489 | A"},
	} {
		p := loadText(t, "a.json", "["+text+"]")
		if got := outline(p.Index.Timeline()); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q\n%s", text, got, want, p.Problems)
		}
	}
}

// The key that may have the dates of a file is named, whatever part of time it is called after; one of other numbers is
// not.
func TestKeyOfDatesIsNamed(t *testing.T) {
	for column, want := range map[string]string{
		"Month: Jan-19": "if `Month` is the date (Jan-19), write 2019-01", "Decade: 1920s": "if `Decade` is the date (1920s), say",
		"Period: 201901": "if `Period` is the date (201901), say", "Quarter: Q1 2019": "if `Quarter` is", "Week: 2019-W05": "if `Week` is",
		"Moment: 4/5/24": "if `Moment` is the date (4/5/24), say --map date=Moment,title=Event; it means 4 May 2024 or 5 April 2024", "Epoch: 1709081430": "if `Epoch` is", "Fiscal: FY2019": "if `Fiscal` is",
		"Century: 19th century": "if `Century` is", "Amount: 201901": "add date:", "Phone: 555-1234": "add date:", "Version: 1.2.24": "add date:",
		"Month: May": "add date:", "Ratio: 4/5": "add date:",
	} {
		key, value, _ := strings.Cut(column, ": ")
		p := loadText(t, "a.csv", key+",Event,Cost\n"+value+",A,100\n")
		at := slices.IndexFunc(p.Problems, func(one diag.Problem) bool { return one.Rule == rule.NoDate })
		if at < 0 || !strings.HasPrefix(p.Problems[at].Hint, want) {
			t.Errorf("%s: want %q\n%s", column, want, p.Problems)
		}
	}
}
