package load

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/diag/rule"
)

// alikes is a record with everything that is sought when it is there: two titles that say the same, and a name that is
// probably another. It has a reference that leads nowhere too, and a key that is not known.
const alikes = `- {date: 2025-01-01, title: A long talk about prisoners, actors: [Mira Montgomery]}
- {date: 2025-01-01, title: A long talk about prisonners, actors: [Mira Montgomery]}
- {date: 2025-01-02, title: An end, actors: [Mira Montgomerry], sources: [nowhere], colour: red}
`

// rulesOf returns the rules of the problems, each as often as it is broken.
func rulesOf(p Progress) (rules []rule.ID) {
	for _, one := range p.Problems {
		rules = append(rules, one.Rule)
	}
	slices.Sort(rules)
	return rules
}

// The whole record is published before what is probably the same is sought, with all else that is wrong, and once more
// with that. What is returned in the end is the same as what a reader is given for whom nothing is published.
func TestTheRecordIsThereBeforeItsLikesAreSought(t *testing.T) {
	var published []Progress
	files := []File{textFile("a.yaml", alikes)}
	last := Files(t.Context(), files, func(p Progress) {
		if p.Done {
			published = append(published, p)
		}
	})
	if len(published) != 2 || !published[0].Checking || published[1].Checking {
		t.Fatalf("%d times the whole", len(published))
	}
	first, then := published[0], published[1]
	if first.Index != then.Index || first.Summary() != then.Summary() {
		t.Error("it is not the same record")
	}
	before, all := rulesOf(first), rulesOf(then)
	if slices.Contains(before, rule.LookAlike) || slices.Contains(before, rule.ProbableDouble) ||
		!slices.Contains(before, rule.UnknownReference) || len(before)+2 != len(all) {
		t.Errorf("%v at first, and %v then", before, all)
	}
	unwatched := Files(t.Context(), files, nil)
	for _, p := range []Progress{last, unwatched} {
		if diff := cmp.Diff(then.Problems, p.Problems); diff != "" || p.Checking || !p.Done {
			t.Errorf("at the end: %s", diff)
		}
		if p.Groups.Summary() != then.Groups.Summary() {
			t.Errorf("%s, want %s", p.Groups.Summary(), then.Groups.Summary())
		}
	}
}

// Who leaves while they are sought has the record, and is not told that all is known of it.
func TestSeekingLikesCanBeLeft(t *testing.T) {
	ctx, leave := context.WithCancel(t.Context())
	times := 0
	p := Files(ctx, []File{textFile("a.yaml", alikes)}, func(p Progress) {
		if p.Done {
			times++
			leave()
		}
	})
	if times != 1 || !p.Done || !p.Checking || strings.Contains(p.Problems.String(), "looks like") {
		t.Errorf("published %d times, done %v, checking %v\n%s", times, p.Done, p.Checking, p.Problems)
	}
}

// Who has no use for them has the whole at once, with all else that is wrong.
func TestLikesNeedNotBeSought(t *testing.T) {
	for _, publish := range []func(Progress){nil, func(Progress) {}} {
		p := Options{Unchecked: true}.Files(t.Context(), []File{textFile("a.yaml", alikes)}, publish)
		if !p.Done || p.Checking || len(p.Problems) != 2 {
			t.Errorf("done %v, checking %v, %d problems\n%s", p.Done, p.Checking, len(p.Problems), p.Problems)
		}
	}
}
