package diag

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/diag/rule"
)

// A message or a cure fills no page, whatever it quotes, and short ones are as they are.
func TestMessagesAreBrief(t *testing.T) {
	for _, quoted := range []string{strings.Repeat("]", 200_000), strings.Repeat("é日", 50_000), strings.Repeat("k ", 1000)} {
		for _, form := range []string{"close it with %", "unknown key `%`; did you mean `%`?", "`%` is taken for `title`"} {
			said := strings.ReplaceAll(form, "%", quoted)
			for _, got := range []string{
				Range{}.Problem(rule.UnknownKey, said, "").Message, Range{}.Problem(rule.UnknownKey, "", said).Hint,
			} {
				before, _, _ := strings.Cut(form, "%")
				last := form[strings.LastIndex(form, "%")+1:]
				if len(got) > maxSaid || !utf8.ValidString(got) || !strings.HasPrefix(got, before) || !strings.HasSuffix(got, last) {
					t.Errorf("%s: %s", form, got)
				}
			}
		}
	}
	if got := brief("unknown key `k`"); got != "unknown key `k`" {
		t.Error(got)
	}
}
