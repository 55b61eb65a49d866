package cli_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSources(t *testing.T) {
	c := besideSmall()
	got := c.run(t, "sources", "small.yaml")
	got.want(t, 0, "1 warning in small.yaml")
	want := `     1  The news. The Paper. 9 September 2025. https://example.org/news
        8 September 2025  Yermak speaks with Rubio
     1  https://example.org/a?b=1&c=2
        8 September 2025  Yermak speaks with Rubio
`
	if diff := cmp.Diff(want, got.stdout); diff != "" {
		t.Error(diff)
	}
	want = "https://example.org/a?b=1&c=2\nhttps://example.org/news\n"
	if diff := cmp.Diff(want, c.run(t, "sources", "--addresses", "small.yaml").stdout); diff != "" {
		t.Error(diff)
	}
	var sources []struct {
		ID, Lacks string
		Count     int
		Events    []struct{ ID, Date, Title string }
	}
	text := c.run(t, "sources", "--format", "json", "--lacking", "archive", "small.yaml").stdout
	if err := json.Unmarshal([]byte(text), &sources); err != nil || len(sources) != 2 || sources[0].Lacks != "archive" ||
		sources[0].Events[0].ID != "call" {
		t.Errorf("%v: %s", err, text)
	}
}

func TestSourcesSaysWhatIsMissing(t *testing.T) {
	c := besideSmall()
	for _, test := range []struct {
		args string
		code int
		want string
	}{
		{"--lacking address", 1, "no source lacks an address\n"},
		{"--archives", 1, "no source that is selected has such an address of the web\n"},
		{"--filter type:visit", 1, "no event that is selected has a source\n"},
		{"--lacking title", 2, "--lacking: there is no \"title\"; choose from address, archive\n"},
		{"--format yaml", 2, "choose from text, markdown, csv, json, jsonl"},
	} {
		got := c.run(t, append(append([]string{"sources"}, strings.Fields(test.args)...), "small.yaml")...)
		got.want(t, test.code, test.want)
		if got.stdout != "" {
			t.Errorf("%s: on standard output: %q", test.args, got.stdout)
		}
	}
}

// Who has a file or folder of a command's name, and names no other path, is told how to name it.
func TestAPathWithTheNameOfACommand(t *testing.T) {
	for _, name := range []string{"print", "check", "sources"} {
		c := command{files: map[string]string{name + "/x.yaml": "- {date: 2025-01-01, title: One, sources: [A]}", "y.yaml": "[]"}}
		c.run(t, name).want(t, 0, "dateline: "+name+" is a command here; for what has that name write ./"+name+"\n")
		if got := c.run(t, name, "./"+name); strings.Contains(got.stderr, "is a command") {
			t.Errorf("%s: %s", name, got.stderr)
		}
	}
}
