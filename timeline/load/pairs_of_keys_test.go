package load

import (
	"context"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// An end belongs to the key that begins it, and an hour to the day that is called as it is. What is passed over is told
// with a map that takes it.
func TestEndsBelongToWhatBegins(t *testing.T) {
	for text, want := range map[string]string{
		`{"date":"2026-01-22","start-date":"2026-04-27","end-date":"2026-04-30"}`:                    "2026-01-22 < 2026-04-27/2026-04-30",
		`{"date":"2026-01-22","begins":"2026-04-27","ends":"2026-04-30"}`:                            "2026-01-22 < 2026-04-27/2026-04-30",
		`{"date":"2026-01-22","from":"2026-04-27","to":"2026-04-30"}`:                                "2026-01-22 < 2026-04-27/2026-04-30",
		`{"date":"2026-01-22","incident_start_date":"2026-04-27","incident_end_date":"2026-04-30"}`:  "2026-01-22 < 2026-04-27/2026-04-30",
		`{"date":"2026-01-22","incident_start_date":"2026-04-27"}`:                                   "2026-01-22 < 2026-04-27",
		`{"date":"2026-04-28","startDate":"2026-04-27","endDate":"2026-04-30"}`:                      "2026-04-28 < 2026-04-27/2026-04-30",
		`{"event_date":"2026-01-22","start_date":"2026-04-27","end_date":"2026-04-30"}`:              "2026-01-22 <",
		`{"published":"2026-01-22","starts":"2026-04-27","ends":"2026-04-30"}`:                       "2026-04-27/2026-04-30",
		`{"date":"2026-01-22","start_date":"some day","end_date":"2026-04-30"}`:                      "2026-01-22",
		`{"date":"2026-04-27","start_date":"2026-04-27","end_date":"2026-04-30"}`:                    "2026-04-27/2026-04-30",
		`{"date":"2026-04-27","end_date":"2026-04-30"}`:                                              "2026-04-27/2026-04-30",
		`{"date":"2026-01-22","x_start":"2026-04-27","x_end":"2026-04-29","end_date":"2026-01-30"}`:  "2026-01-22/2026-01-30 <",
		`{"date":"2026-01-22","start_date":"2026-04-27","end":"2026-04-30"}`:                         "2026-01-22 < 2026-04-27/2026-04-30",
		`{"date":"2026-01-22","start_date":"2025-04-27","end":"2026-04-30"}`:                         "2026-01-22 <",
		`{"event_date":"2026-01-22","since":"2025-04-27","end":"2026-04-30"}`:                        "2026-01-22 <",
		`{"date":"2026-01-22","start_date":"2026-01-22","end":"2026-04-30"}`:                         "2026-01-22/2026-04-30",
		`{"date":"2026-01-22","from":"Rome","end":"2026-04-30"}`:                                     "2026-01-22/2026-04-30",
		`{"created_at":"2026-01-22","end_date":"2026-04-30"}`:                                        "2026-01-22",
		`{"published":"2026-01-22","until":"2026-04-30"}`:                                            "2026-01-22",
		`{"posted":"2026-01-22","end":"2026-04-30"}`:                                                 "2026-01-22 <",
		`{"a":{"date":"2026-01-22"},"end":"2026-04-30"}`:                                             "2026-01-22 <",
		`{"date":"2026-07-13","start-time":"16:00","end-time":"17:00"}`:                              "2026-07-13T16:00/2026-07-13T17:00",
		`{"date":"2026-07-13","time":"4:00 PM","end_time":"5:00 PM"}`:                                "2026-07-13T16:00/2026-07-13T17:00",
		`{"date":"2026-07-13","start_time":"2026-07-13T16:00","end_time":"2026-07-13T17:00"}`:        "2026-07-13T16:00/2026-07-13T17:00",
		`{"date":"2026-07-13","end_time":"17:00"}`:                                                   "2026-07-13",
		`{"start_date":"2026-07-13","start_time":"22:00","end_date":"2026-07-14","end_time":"2:00"}`: "2026-07-13T22:00/2026-07-14T02:00",
		`{"when":"2026-07-13","start_time":"22:00","end_time":"02:00"}`:                              "2026-07-13T22:00",
		`{"date_utc":"2026-07-13","time_utc":"16:00"}`:                                               "2026-07-13T16:00Z",
		`{"Launch Date":"2026-07-13","Launch Time":"16:00"}`:                                         "2026-07-13T16:00",
		`{"Race Date":"2026-07-13","Race Time":"1:32:10"}`:                                           "2026-07-13",
		`{"date":"2026-07-13","time":"16:00"}`:                                                       "2026-07-13",
	} {
		files := []File{textFile("x.json", strings.Replace("["+text+"]", "{", `{"title":"A",`, 1))}
		p := Files(context.Background(), files, nil)
		got, offered := strings.Join(datesOf(p), ", "), ""
		for _, one := range p.Problems {
			if one.Rule == rule.KeysDisagree {
				got += " <"
				offered = strings.TrimPrefix(one.Hint, "if that is when it happened, say --map ")
			}
		}
		date, taken, _ := strings.Cut(want, " < ")
		if strings.TrimSuffix(got, " <") != strings.TrimSuffix(date, " <") || strings.Contains(got, "<") != strings.Contains(want, "<") {
			t.Errorf("%s: %s, want %s\n%s", text, got, want, p.Problems)
		}
		if taken == "" {
			continue
		}
		var o Options
		if err := o.AddMap(offered); err != nil {
			t.Fatalf("%s: %q is offered: %v", text, offered, err)
		}
		if now := datesOf(o.Files(context.Background(), files, nil)); !slices.Equal(now, []string{taken}) {
			t.Errorf("%s: %s by %s, want %s", text, now, offered, taken)
		}
	}
}

// Whatever keys a date, a begin and an end have, the end is joined to the begin and never to the date.
func TestNoSpanOfADateAndAnotherEnd(t *testing.T) {
	dates := []string{"date", "Date", "when", "event_date", "timestamp", "published", "year", "day", "created_at", "occurred"}
	begins := []string{
		"start", "start_date", "startDate", "from", "begin", "started_at", "since", "opening", "begin_date", "start_time",
		"start_year",
	}
	ends := []string{"end", "end_date", "endDate", "to", "finish", "ended_at", "until", "closed", "end_time", "end_year", "died"}
	for _, date := range dates {
		for _, begin := range begins {
			for _, end := range ends {
				for _, span := range []string{"2019-05-01/2019-06-01", "2019-05-01/2021-06-01", "2020-02-01/2020-03-01"} {
					from, to, _ := strings.Cut(span, "/")
					text := "- {title: A, " + date + ": 2020-01-01, " + begin + ": " + from + ", " + end + ": " + to + "}\n"
					got := datesOf(Files(context.Background(), []File{textFile("x.yaml", text)}, nil))
					if !slices.Contains([]string{"2020-01-01", from, span}, strings.Join(got, " ")) {
						t.Errorf("%s: %s", text, got)
					}
				}
			}
		}
	}
}

// A map onto a key of ours that another event of the file uses is an error too, and none where another file uses it.
func TestMapOntoKeysOfTheFile(t *testing.T) {
	ours, theirs := "- {date: 2020, title: A}\n", "- {was: 2021, title: B}\n"
	for name, test := range map[string]struct {
		files []string
		bad   bool
	}{
		"in one event":  {[]string{"- {date: 2020, was: 2021, title: A}\n"}, true},
		"ours first":    {[]string{ours + theirs}, true},
		"ours last":     {[]string{theirs + ours}, true},
		"in two files":  {[]string{ours, theirs}, false},
		"one of it":     {[]string{theirs}, false},
		"and is empty":  {[]string{"- {date: , was: 2021, title: A}\n"}, false},
		"of one of two": {[]string{ours, theirs + ours}, true},
	} {
		o := Options{Map: map[string]string{"was": "date"}}
		var files []File
		for i, text := range test.files {
			files = append(files, textFile(string(rune('a'+i))+".yaml", text))
		}
		p := o.Files(context.Background(), files, nil)
		bad := 0
		for _, one := range p.Problems {
			if one.Rule == rule.BadMapping {
				bad++
			}
		}
		if bad > 1 || (bad == 1) != test.bad {
			t.Errorf("%s: %d are bad\n%s", name, bad, p.Problems)
		}
	}
}

// Where a lesser key says the same as the one that is taken, and more exactly, it is the date.
func TestMoreExactKeys(t *testing.T) {
	for text, want := range map[string]string{
		`{"Year":"1961","Launch Data":"1961-08-06","Return Data":"1961-08-07"}`:  "1961-08-06",
		`{"Year":"1986","Launch.Date..UTC.":"1986 Feb 19 2304:00"}`:              "1986-02-19T23:04:00",
		`{"Year":"1957","Launch Date UTC":"1957 Oct 17 0505"}`:                   "1957-10-17T05:05",
		`{"Year":"1957","Docking Data":"1958-10-17"}`:                            "1957",
		`{"Year":"1961","Return Data":"1961-08-07"}`:                             "1961",
		`{"Year":"1961","Launch Data":"1961-08-06","Docking Data":"1961-09-07"}`: "1961",
		`{"Year":"1961","Last Data":"1961-08-06"}`:                               "1961",
		`{"fecha":"2020-02-03","fecha_hora":"2020-02-03T10:20"}`:                 "2020-02-03T10:20",
		`{"fecha":"2020-02-03","fecha_hora":"2020-02-05T10:20"}`:                 "2020-02-03",
		`{"fecha":"2020-02-03","fecha_hora_publicado":"x"}`:                      "2020-02-03",
		`{"when":"2020-02-03","start_datetime":"2020-02-03 10:20"}`:              "2020-02-03T10:20",
		`{"when":"2020-02-03","published_datetime":"2020-02-03 10:20"}`:          "2020-02-03",
		`{"when":"2020-02-03","end_datetime":"2020-02-03 10:20"}`:                "2020-02-03",
		`{"date":"2020-02-03","start_datetime":"2020-02-03 10:20"}`:              "2020-02-03",
	} {
		p := Files(context.Background(), []File{textFile("x.json", strings.Replace("["+text+"]", "{", `{"title":"A",`, 1))}, nil)
		if got := strings.Join(datesOf(p), ", "); got != want {
			t.Errorf("%s: %s, want %s\n%s", text, got, want, p.Problems)
		}
	}
}

// A title that names another day than the date is told once for the file, and the date stays.
func TestTitlesThatNameAnotherDay(t *testing.T) {
	for title, told := range map[string]bool{
		"Open Workshop, September 29, 2022":    true,
		"Workshop (29 September 2022)":         true,
		"Workshop on September 29th, 2022":     true,
		"2022-09-29 Workshop":                  true,
		"Workshop, August 24, 2022":            false, // a day may be another elsewhere
		"Workshop, August 23, 2022":            false,
		"Remembering September 11, 2001 today": false,
		"Workshop 2021":                        false,
		"Release 2021-09-29-1":                 false,
	} {
		text := "date,title\n2022-08-23,\"" + title + "\"\n2022-08-23,\"" + title + "\"\n"
		p := Files(context.Background(), []File{textFile("x.csv", text)}, nil)
		n := 0
		for _, g := range p.Groups {
			if strings.Contains(g.Problem().Message, "the title names another day") {
				n++
			}
		}
		if (n == 1) != told || n > 1 || !slices.Equal(datesOf(p), []string{"2022-08-23", "2022-08-23"}) {
			t.Errorf("%s: told %d times\n%s", title, n, p.Problems)
		}
	}
}
