package load

import (
	"strings"
	"testing"
)

func TestPagesOfDatesAreRecords(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{
			"TIMELINE.md",
			"# The case\n\nWhat is known.\n\n| Date | Event |\n|---|---|\n| Feb 7, 2025 | It opens |\n" +
				"| 2025-03 | It ends |\n",
			"2025-02-07 It opens, 2025-03 It ends",
		},
		{
			"history.md", "---\ntitle: History\n---\n- **1606:** Land is seen\n- **1770:** It is mapped\n- 1788–1790: Many come\n",
			"1606 Land is seen, 1770 It is mapped, 1788/1790 Many come",
		},
		{"minutes.md", "# Board meeting 2024-05-03\n\nA and B\n", "2024-05-03 Board meeting"},
		{"note.md", "---\ndate: 2024-05-03\ntitle: A note\n---\n- 1606: Land\n- 1770: Map\n- 1788: Men\n", "2024-05-03 A note"},
	} {
		p := loadText(t, test.name, test.text)
		if got := strings.Join(said(p.Index.Timeline()), ", "); got != test.want {
			t.Errorf("%s: %s\nwant %s\n%v", test.name, got, test.want, p.Problems)
		}
	}
}
