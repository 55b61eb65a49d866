package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pair is a record of two who meet once. Its texts want to be more than text.
const pair = `actors:
  - {id: a, name: Anna Aster, kind: person}
  - {id: b, name: "Boris | Birch", kind: person}
events:
  - {date: 2025-01-10, title: "=cmd|x", id: one, actors: [a], sources: [s1]}
  - {date: 2025-01-20, title: "They \e[2J *meet*", id: two, actors: [a, b], quotes: [{by: a, text: Well}], sources: [s2]}
  - {date: 2025-02, title: Boris alone, id: three, actors: [b, c], sources: [s1, s2]}
sources:
  - {id: s1, title: One, publisher: Daily News}
  - {id: s2, title: Two, publisher: Evening News}
`

func TestCompare(t *testing.T) {
	c := command{files: map[string]string{"pair.yaml": pair}}
	of := []string{"compare", "--of", "anna aster", "--with", "b", "pair.yaml"}
	got := c.run(t, of...)
	got.want(t, 0)
	want := `        < Anna Aster  = both  > Boris | Birch
events  2             1       2
alone   1                     1
quotes  1                     0
claims  0                     0
first   2025-01-10            2025-01-20
last    2025-01-20            2025-02
> meets also: c 1

10 January 2025  < =cmd|x
20 January 2025  = They ␛[2J *meet*
February 2025    > Boris alone
`
	if diff := cmp.Diff(want, got.stdout); diff != "" {
		t.Error(diff)
	}
	table := c.run(t, append(of, "--format", "csv")...).stdout
	if rows, err := csv.NewReader(strings.NewReader(table)).ReadAll(); err != nil || len(rows) != 11 || rows[1][2] != "'=cmd|x" {
		t.Errorf("%v\n%s", err, table)
	}
	table = c.run(t, append(of, "--format", "markdown")...).stdout
	for _, line := range []string{`|  | Anna Aster | both | Boris \| Birch |`, `| February 2025 |  |  | Boris alone |`} {
		if !strings.Contains(table, line+"\n") {
			t.Errorf("%q is not in\n%s", line, table)
		}
	}
	var whole struct {
		Both   int
		With   struct{ ID, First string }
		Events []struct{ ID, In string }
	}
	if err := json.Unmarshal([]byte(c.run(t, append(of, "--format", "json")...).stdout), &whole); err != nil ||
		whole.Both != 1 || whole.With.ID != "b" || len(whole.Events) != 3 || whole.Events[2].In != "with" {
		t.Errorf("%v: %+v", err, whole)
	}
	if lines := c.run(t, append(of, "--format", "jsonl")...).stdout; strings.Count(lines, "\n") != 4 {
		t.Error(lines)
	}
	for _, format := range []string{"text", "markdown", "csv", "json", "jsonl"} {
		if out := c.run(t, append(of, "--format", format)...).stdout; strings.ContainsRune(out, '\x1b') {
			t.Errorf("%s: an escape sequence is written:\n%q", format, out)
		}
	}
}

func TestCompareSources(t *testing.T) {
	c := command{files: map[string]string{"pair.yaml": pair}}
	got := c.run(t, "compare", "--of", "source:daily news", "--with", "source:s2", "pair.yaml")
	if !strings.HasPrefix(got.stdout, "        < Daily News  = both  > Two\nevents  2             1       2\n") {
		t.Error(got.stdout, got.stderr)
	}
}

func TestCompareSaysWhatIsMissing(t *testing.T) {
	c := command{files: map[string]string{"pair.yaml": pair}}
	for _, test := range []struct {
		args string
		code int
		want string
	}{
		{"--of a", 2, "two are needed"},
		{"--of a --with Boriss", 2, `--with: no actor is called "Boriss"; did you mean Boris | Birch?`},
		{"--of a --with Anna", 2, "both mean Anna Aster"},
		{"--of source:x --with b", 2, `--of: no source is called "x"`},
		{"--of a --with b --until 2025-01-15", 1, "no event that is selected has Boris | Birch"},
		{"--of a --with b --format yaml", 2, "choose from text, markdown, csv, json, jsonl"},
	} {
		args := append(append([]string{"compare"}, strings.Split(test.args, " ")...), "pair.yaml")
		c.run(t, args...).want(t, test.code, test.want)
	}
	got := c.run(t, "__complete", "compare", "pair.yaml", "--with", "")
	if !strings.Contains(got.stdout, "b\tBoris | Birch, ") {
		t.Errorf("actors are not offered:\n%s", got.stdout)
	}
}
