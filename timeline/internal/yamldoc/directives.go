package yamldoc

import (
	"fmt"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// maxDirectives is the number of lines %TAG that are read of a document. yaml.v3 compares each with all before it, and
// all of them with each value that has a tag.
const maxDirectives = 100

// fewDirectives reports more than maxDirectives lines %TAG, and makes comments of all that come after them.
func (r *Reader) fewDirectives(text string) string {
	const directive = "%TAG"
	count, last, from := 0, 0, 0 // last is the offset of the last one that is read, and from that of the next
	for at := 0; from == 0; {
		n := strings.Index(text[at:], directive)
		if n < 0 {
			break
		}
		if at += n; at == 0 || text[at-1] == '\n' {
			if strings.Contains(text[last:at], "\n---") {
				count = 0 // another document begins
			}
			if count++; count <= maxDirectives {
				last = at
			} else {
				from = at
			}
		}
		at += len(directive)
	}
	if from == 0 {
		return text
	}
	r.problems.Report(diag.Range{File: r.in, Line: 1 + strings.Count(text[:last], "\n"), Column: 1, Width: len(directive)},
		rule.TooManyDirectives, fmt.Sprintf("more than %d lines %%TAG; those below this one are left out", maxDirectives),
		"dateline needs none of them, nor the tags that they are for")
	fewer := text[:from-1] + strings.ReplaceAll(text[from-1:], "\n"+directive, "\n#TAG")
	r.in.Replace(fewer + r.in.Text()[len(text):])
	return fewer
}
