package rule_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

var update = flag.Bool("update", false, "write the golden file of testdata anew")

// Names of rules are in scripts that outlive a version of dateline: one that was published is not taken back, and stays
// an error or a warning.
func TestNamesOfRulesStay(t *testing.T) {
	var got strings.Builder
	for _, r := range rule.All() {
		severity := "warning"
		if r.IsError() {
			severity = "error"
		}
		fmt.Fprintln(&got, r, severity)
	}
	const name = "testdata/rules.golden"
	if *update {
		if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the rules are\n%swant\n%s", got.String(), want)
	}
}

func TestRulesAreWhole(t *testing.T) {
	seen := make(map[string]bool)
	for _, r := range rule.All() {
		if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(r.String()) || seen[r.String()] {
			t.Errorf("rule %d has no name of its own: %q", r, r)
		}
		seen[r.String()] = true
		if !strings.HasSuffix(r.Doc(), ".") {
			t.Errorf("%s is not explained in a sentence: %q", r, r.Doc())
		}
		if found, ok := rule.Named(r.String()); !ok || found != r {
			t.Errorf("%s is not found by its name", r)
		}
	}
	if _, ok := rule.Named(""); ok {
		t.Error("the zero rule has a name")
	}
}
