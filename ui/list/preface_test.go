package list

import (
	"image"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"dateline/ui/draw"
	"dateline/ui/session/testsession"
)

// prefaced is the record of calls with a description and two keys that the format does not know.
const prefaced = "title: Calls\ndescription: Who called whom in the spring.\nlicence: CC-BY-4.0\nmood: calm\n" + testsession.Calls

// drawn returns the rows of a list of the record of calls, with something before it, without styles.
func drawn(t *testing.T, before string, w, h int) string {
	t.Helper()
	s, th := testsession.On(t, before+testsession.Calls, ""), draw.NewTheme(draw.Looks{})
	s.SetKeys(map[string]string{"about": "I"})
	var list List
	list.Arrange(s, th, image.Pt(w, h), false)
	return ansi.Strip(strings.Join(list.Draw(s, th, image.Pt(w, h), true), "\n"))
}

func TestPrefaceIsFolded(t *testing.T) {
	long := strings.Repeat("Envoys met and spoke, and letters went. ", 30)
	for _, c := range []struct {
		name, head string
		w, h       int
		want       []string // the rows above the first month
	}{
		{"nothing", "title: Calls\n", 60, 20, nil},
		{"one line", "description: Who called whom.\n", 60, 20, []string{" Who called whom."}},
		{"blanks", "description: \"  \\n\\n \"\n", 60, 20, nil},
		{"only a key", "mood: calm\n", 60, 20, []string{" mood: calm"}},
		{
			"paragraphs", "description: \"One.\\n\\nTwo.\"\nmood: calm\n", 60, 20,
			[]string{" One.", " Two.", " mood: calm"},
		},
		{
			"more keys than rows", "a: one\nb: two\nc: three\nd: four\n", 60, 20,
			[]string{" a: one", " b: two", " c: three d: four…  I more"},
		},
		{"a list", "mood:\n- calm\n- cold\n", 60, 20, []string{" mood: - calm - cold…  I more"}},
		{
			"long", "description: " + long + "\n", 60, 20,
			[]string{
				" Envoys met and spoke, and letters went. Envoys met and",
				" spoke, and letters went. Envoys met and spoke, and letters",
				" went. Envoys met and spoke, and letters went.…  I more",
			},
		},
		{
			"a low list", "description: " + long + "\n", 60, 9,
			[]string{" Envoys met and spoke, and letters went. Envoys…  I more"},
		},
		{"a lower list", "description: " + long + "\n", 60, 7, nil},
		{"a narrow list", "description: " + long + "\n", 20, 20, nil},
		{"hostile", "description: \"a\\e[2J\\u202e\"\n", 60, 20, []string{` a␛[2J\u202e`}},
	} {
		var got []string
		for _, row := range strings.Split(drawn(t, c.head, c.w, c.h), "\n") {
			if strings.HasPrefix(row, " JANUARY 2025 ") {
				break
			}
			got = append(got, strings.TrimRight(row, " "))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A key of the head that several files have alike is there once.
func TestOwnKeysAreThereOnce(t *testing.T) {
	got := drawn(t, "mood: calm\n---\nmood: calm\n---\nmood: cold\n---\n", 60, 20)
	if strings.Count(got, "mood: calm") != 1 || !strings.Contains(got, "mood: cold") {
		t.Errorf("the list begins\n%s", got)
	}
}

// TestListWithAPreface holds at any size and after any moves: the cursor is in sight, a click on its row finds it, the
// preface is whole at the first event, and no row of it is hidden while there is an empty row.
func TestListWithAPreface(t *testing.T) {
	th := draw.NewTheme(draw.Looks{})
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		text.WriteString(prefaced)
		for range rapid.IntRange(0, 30).Draw(t, "events") {
			date := rapid.SampledFrom([]string{"2025-02-03", "2025-05-01", "2026-01-09", "2027"}).Draw(t, "date")
			text.WriteString("  - {date: " + date + ", title: Another event}\n")
		}
		s := testsession.On(t, text.String(), "")
		var list List
		size := image.Pt(60, 20)
		for range rapid.IntRange(1, 20).Draw(t, "moves") {
			if rapid.IntRange(0, 5).Draw(t, "resize") == 0 {
				size = image.Pt(rapid.IntRange(20, 130).Draw(t, "w"), rapid.IntRange(1, 40).Draw(t, "h"))
			}
			s.Choose(s.Cursor() + rapid.SampledFrom([]int{1, 1, 2, -1, -1, 9, -100, 100}).Draw(t, "by"))
			list.Arrange(s, th, size, false)
			rows, at := list.Draw(s, th, size, true), -1
			for n, row := range rows {
				if strings.HasPrefix(ansi.Strip(row), th.Glyphs.Cursor) {
					at = n
				}
			}
			if at < 0 || len(rows) > size.Y {
				t.Fatalf("the cursor is in no row of %q", rows)
			}
			if n, ok := list.EventAt(at); !ok || n != s.Cursor() || list.OnPreface(at) {
				t.Fatalf("in row %d is event %d, %v, want %d", at, n, ok, s.Cursor())
			}
			hidden := list.preface.hidden
			if hidden > 0 && (s.Cursor() == 0 || s.Top() == 0 && len(rows) < size.Y) {
				t.Fatalf("%d rows of the preface are hidden at event %d: %q", hidden, s.Cursor(), rows)
			}
			list.Window(s)
			if last := s.Top() + s.InSight() - 1; last < s.Cursor() {
				t.Fatalf("the last event in sight is %d, and the cursor on %d", last, s.Cursor())
			}
		}
	})
}
