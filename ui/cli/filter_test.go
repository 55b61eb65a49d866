package cli_test

import (
	"strings"
	"testing"
	"time"
)

// theirs is a record with keys of the writer's own.
const theirs = `actors:
  - {id: sol, name: Mira Sol, aliases: [Міра Солнце]}
events:
  - {id: a, date: 2025-01-01, title: Sol speaks, importance: 8, company: Amaranth, actors: [sol]}
  - {id: b, date: 2025-01-02, title: Vale speaks, importance: 80, Impact Areas: [war, trade]}
  - {id: c, date: 2025-02-02, title: Vale walks, actors: [Sol]}
  - {id: d, date: 2025-02-03, title: Vale rests, actors: [Sol Vale]}
`

// on returns the ids of the events that a run prints on a day, and what else it says.
func on(t *testing.T, day time.Time, args ...string) (ids string, got outcome) {
	t.Helper()
	folder := t.TempDir()
	write(t, folder, map[string]string{"x.yaml": theirs})
	var stdout, stderr strings.Builder
	p := program(t, append([]string{"print", "--format", "csv", "x.yaml"}, args...)...)
	p.Stdin, p.Stdout, p.Stderr, p.Now = strings.NewReader(""), &stdout, &stderr, func() time.Time { return day }
	t.Chdir(folder)
	got.code = p.Run(t.Context())
	got.stdout, got.stderr = stdout.String(), stderr.String()
	for line := range strings.Lines(got.stdout) {
		if id, _, _ := strings.Cut(line, ","); len(id) == 1 {
			ids += id
		}
	}
	return ids, got
}

// What is asked of keys of the writer's own, and dates as people type them, reach the events.
func TestFiltersOfTheWritersOwnKeys(t *testing.T) {
	day := time.Date(2025, 2, 3, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ want, flag, value string }{
		{"a", "-f", "importance:8"},
		{"b", "-f", "importance>8"},
		{"a", "-f", "company=amaranth"},
		{"b", "-f", `"impact areas":war`},
		{"ab", "-f", "has:importance"},
		{"bd", "-f", "!солн"},
		{"acd", "-f", "rests|walks OR -vale"},
		{"cd", "-f", "date>2025-01"},
		{"b", "-f", "actor!=sol !rests"},
		{"ab", "-f", `date:"last month"`},
		{"cd", "--since", "this month"},
		{"abc", "--until", "yesterday"},
		{"bcd", "--since", "2025/01/02"},
		{"d", "-f", "since:today"},
		{"ab", "-f", `date:"January 2025"`},
		{"d", "-f", "actor:sol* -солн"},
	} {
		if ids, got := on(t, day, tt.flag, tt.value); ids != tt.want {
			t.Errorf("%s %s prints %q, want %q; %s", tt.flag, tt.value, ids, tt.want, got.stderr)
		}
	}
	if ids, _ := on(t, day.AddDate(0, 1, 0), "-f", `since:"last month"`); ids != "cd" {
		t.Errorf("a month later, last month is %q", ids)
	}
}

// A key that no event has is found when the record has been read, and is no mistake of the command line.
func TestFiltersThatNameNoKey(t *testing.T) {
	for _, tt := range []struct {
		filter string
		code   int
		says   string
	}{
		{"speaks compny:x", 1, "   1 | speaks compny:x\n     |        ^^^^^^\n     = did you mean company?"},
		{"-compny:x", 1, "no event has the key `compny`"},
		{"after:2025", 1, "did you mean since?"},
		{"has:compny", 1, "   1 | has:compny\n     |     ^^^^^^\n"},
		{"company:amarnth", 1, "no event has \"amarnth\" under the key `company`; did you mean Amaranth?"},
		{"since:friday", 2, `write "last friday", or the date itself`},
		{`since:"8 sep"`, 2, "write the year too, as in \"8 sep 2024\""},
		{`until:"3 weeks later"`, 2, "write \"in 3 weeks\""},
		{"actor>3", 2, "`actor` is no number and no date"},
	} {
		_, got := on(t, time.Date(2025, 2, 3, 12, 0, 0, 0, time.UTC), "-f", tt.filter)
		if got.code != tt.code || !strings.Contains(got.stderr, tt.says) {
			t.Errorf("%s: exit %d, %s\nwant exit %d, %s", tt.filter, got.code, got.stderr, tt.code, tt.says)
		}
	}
}

// An exact name wins alone, and print says who else begins so.
func TestPrintSaysWhoElseBeginsSo(t *testing.T) {
	day := time.Date(2025, 2, 3, 12, 0, 0, 0, time.UTC)
	ids, got := on(t, day, "-a", "sol")
	if want := "actor:sol is Mira Sol alone; another begins so, with 1 more event: actor:sol*\n"; ids != "ac" ||
		!strings.Contains(got.stderr, want) {
		t.Errorf("%q, %s", ids, got.stderr)
	}
	if ids, got := on(t, day, "-a", "sol*"); ids != "acd" || strings.Contains(got.stderr, "begin") {
		t.Errorf("%q, %s", ids, got.stderr)
	}
}
