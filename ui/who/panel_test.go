package who

import (
	"image"
	"testing"

	"dateline/ui/session/testsession"
)

// An actor that is clicked for the second time is taken.
func TestPanelAlone(t *testing.T) {
	s := testsession.On(t, testsession.Calls, "")
	var panel Panel
	panel.Open(s)
	panel.Arrange(s, image.Pt(40, 10))
	if panel.Click(2) || !panel.Click(2) {
		t.Error("a click takes the second actor at once, or a second click does not")
	}
	if panel.Only(s); s.Query().String() != "actor:bert-bok" {
		t.Errorf("the filter is %s", s.Query())
	}
	panel.Exclude(s)
	if s.Matched().Len() != 1 {
		t.Errorf("without Bert there are %d events, want 1", s.Matched().Len())
	}
}
