package load

import (
	"context"
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// inShort returns what is said of a file, each kind once.
func inShort(name, text string) string {
	var out strings.Builder
	p := Files(context.Background(), []File{InMemory(name, []byte(text))}, nil)
	for i := range p.Groups {
		one := p.Groups[i].Problem()
		out.WriteString(one.Rule.String() + ": " + one.Message + " = " + one.Hint + "\n")
	}
	return out.String()
}

// What a program wrote, and what has no date of ours, was not meant for dateline: its keys are no slips of ours.
func TestOtherPeoplesKeysAreToldOnce(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a.csv": {
			"year,name,wina,war,unit,parent\n1914,A,x,y,z,p\n1915,B,x,y,z,p\n",
			"role-guessed: `year` is taken for `date`, `name` for `title`; in 2 events" +
				" = call them so, or say --map date=year,title=name\n" +
				"other-key: 4 other keys are kept, shown and can be asked for: `wina`, `war`, `unit`, `parent`; in 2 events = \n",
		},
		"capitals.csv": {"Date,Title\n1914,A\n1915,B\n", ""},
		"a.json": {
			`[{"date": "1914", "title": "A", "status": {"code": 1}, "heat": 3}]`,
			"shape-guessed: `status` is a map where text belongs; it is kept as it stands = \n" +
				"other-key: `heat` is kept, shown and can be asked for = \n",
		},
		"a.ics": {
			"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250102\nSUMMARY:A\nDTSTAMP:20250101T000000Z\nSEQUENCE:1\n" +
				"TRANSP:OPAQUE\nX-APPLE:1\nEND:VEVENT\nEND:VCALENDAR\n",
			"",
		},
		"slip.yaml": {
			"- {daet: 2025-01-02, title: A}\n",
			"no-date: the event has no date = if `daet` is the date (2025-01-02), say --map date=daet\n" +
				"unknown-key: unknown key `daet` = did you mean `date`?\n",
		},
	} {
		if got := inShort(name, c.text); got != c.want {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
}

// An undated event says which key may have the date, what that holds, and how to say so, as a shell takes it.
func TestUndatedEventsSayWhichKeyMayBeMeant(t *testing.T) {
	for text, want := range map[string]string{
		"date_local,title\n11-Mar-45,A\n":   "(11-Mar-45), write 2045-03-11 for 11 March 2045 or 1945-03-11 for 11 March 1945, and say --map",
		"date_seen,title\n04/05/2024,A\n":   "4 May 2024 or 5 April 2024 = write 2024-05-04 or 2024-04-05; or say it for all with --day-first",
		"seen_at,title\nsome day in 88,A\n": "write it as in 2025-09-08, 2025-09 or 2025",
		"count,title\n1914,A\n":             "add date: as precisely as is known",
		"$(ls) date,title\n2025-01-02,A\n":  "--map date='$(ls) date'",
	} {
		if got := inShort("a.csv", text); !strings.Contains(got, want) {
			t.Errorf("%q: %s want %s", text, got, want)
		}
	}
}

// A key that has the dates of the other events is not offered for the date, but its value is to be written anew.
func TestNoKeyIsOfferedThatIsTaken(t *testing.T) {
	const bad = "one evening in 2023, or so"
	for name, text := range map[string]string{
		"a.csv":   "dataTime;title\n2023-02-08;A\n" + bad + ";B\n",
		"b.csv":   "dataTime;title\n" + bad + ";B\n2023-02-08;A\n",
		"a.toml":  "[[event]]\ndataTime = \"2023-02-08\"\ntitle = \"A\"\n[[event]]\ndataTime = \"" + bad + "\"\ntitle = \"B\"\n",
		"a.jsonl": `{"dataTime": "2023-02-08", "title": "A"}` + "\n" + `{"dataTime": "` + bad + `", "title": "B"}` + "\n",
		"a.yaml":  "- {dataTime: 2023-02-08, title: A}\n- {dataTime: \"" + bad + "\", title: B}\n",
	} {
		got := inShort(name, text)
		at := strings.Index(got, rule.NoDate.String())
		line, _, _ := strings.Cut(got[max(0, at):], "\n")
		if at < 0 || !strings.Contains(line, "write it as in") || strings.Contains(line, "--map") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
