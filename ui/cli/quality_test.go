package cli_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestQuality(t *testing.T) {
	c := besideSmall()
	got := c.run(t, "quality", "--ignore", "gap,undated,one-publisher", "small.yaml")
	got.want(t, 0, "1 warning in small.yaml")
	want := `2 events

     1  no-source               An event rests on no source, nor do its quotes, figures and claims.
     0  one-source              An event rests on one source alone.
     1  no-status               An event does not say whether it is confirmed, reported, disputed or planned.
     0  figures-without-source  Figures differ, and one of them does not say where it is from.
     2  actor-once              An actor is named in one event of the record alone.

no-source: 1
  small.yaml:25: c. September 2025, Rubio visits Kyiv

no-status: 1
  small.yaml:25: c. September 2025, Rubio visits Kyiv

actor-once: 2
  small.yaml:25: c. September 2025, Rubio visits Kyiv: Ukraine
  small.yaml:6: 8 September 2025, Yermak speaks with Rubio: Andriy Yermak
`
	if diff := cmp.Diff(want, got.stdout); diff != "" {
		t.Error(diff)
	}
	var report struct {
		Rules []struct {
			Rule  string
			Count int
			Found []struct{ ID, File string }
		}
	}
	text := c.run(t, "quality", "--format", "json", "small.yaml").stdout
	if err := json.Unmarshal([]byte(text), &report); err != nil || report.Rules[0].Found[0].ID != "visit" {
		t.Errorf("%v: %s", err, text)
	}
	rules := c.run(t, "quality", "--rules").stdout
	for _, r := range report.Rules {
		if !strings.Contains(rules, "\n"+r.Rule+" ") && !strings.HasPrefix(rules, r.Rule+" ") {
			t.Errorf("--rules lacks %s:\n%s", r.Rule, rules)
		}
	}
}

func TestQualityOfMuchIsCut(t *testing.T) {
	c := command{files: map[string]string{"x.yaml": many(22)}}
	got := c.run(t, "quality", "x.yaml")
	got.want(t, 0, "dateline: --all lists each\n")
	if !strings.Contains(got.stdout, "  and 17 more\n") {
		t.Error(got.stdout)
	}
	whole := c.run(t, "quality", "--all", "x.yaml")
	if strings.Contains(whole.stdout, "more\n") || strings.Contains(whole.stderr, "--all") {
		t.Error(whole.stdout, whole.stderr)
	}
}

// many returns n events as items of a list.
func many(n int) (text string) {
	for i := range n {
		text += "- {date: 2025-02-01, title: Event " + strings.Repeat("i", i+1) + "}\n"
	}
	return text
}

func TestQualityRefuses(t *testing.T) {
	c := besideSmall()
	for args, want := range map[string]string{
		"--gap 0":           "a number is meant, such as 10, or of days, such as 60d",
		"--gap d":           "a number is meant",
		"--ignore no-sorce": "--ignore: there is no kind \"no-sorce\"\ndid you mean `no-source`? dateline quality --rules lists them\n",
		"--format csv":      "choose from text, json",
	} {
		c.run(t, append(append([]string{"quality"}, strings.Fields(args)...), "small.yaml")...).want(t, 2, want)
	}
}
