package rule_test

import (
	"regexp"
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// Names of rules are for files that outlive a version of dateline.
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
