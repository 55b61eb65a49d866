package host_test

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"dateline/ui/host"
)

// says returns what writes a text.
func says(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// Nothing that is there is written over: a file, a folder, a link that leads nowhere. A free name is offered.
func TestNothingIsWrittenOver(t *testing.T) {
	t.Chdir(t.TempDir())
	files := &host.NewFiles{Context: context.Background()}
	if err := os.WriteFile("a.md", []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir("b.md", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"c.md", "a-2.md"} {
		if err := os.Symlink("nowhere", name); err != nil {
			t.Skip(err)
		}
	}
	for name, want := range map[string]string{"a.md": "a-3.md", "b.md": "b-2.md", "c.md": "c-2.md"} {
		free, err := files.Write(name, says("new"))
		if free != want || err == nil || !strings.Contains(err.Error(), "is there already, and stays as it is") {
			t.Errorf("%s: %v, and %q is offered", name, err, free)
		}
	}
	if text, err := os.ReadFile("a.md"); err != nil || string(text) != "mine" {
		t.Errorf("a.md says %q, %v", text, err)
	}
	if _, err := os.Stat("nowhere"); err == nil {
		t.Error("a link that led nowhere was followed")
	}
	if free, err := files.Write("a-3.md", says("new")); free != "" || err != nil {
		t.Errorf("a free name: %q, %v", free, err)
	}
	if text, err := os.ReadFile("a-3.md"); err != nil || string(text) != "new" {
		t.Errorf("a-3.md says %q, %v", text, err)
	}
}

// What is no name of a file in the folder creates nothing.
func TestWhatIsNoNameOfAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	files := &host.NewFiles{Context: context.Background()}
	for _, name := range []string{"", "  ", ".", "..", "../x", "/x", `a\b`, "a/b", "\x1b[2J", "a\nb", "a\x00b", "a\u202eb"} {
		if _, err := files.Write(name, says("new")); err == nil {
			t.Errorf("%q is written", name)
		}
	}
	if list, err := os.ReadDir("."); err != nil || len(list) > 0 {
		t.Errorf("%v is there, %v", list, err)
	}
}

// A file that could not be written whole is taken away, and so is one at whose writing the program ends.
func TestHalfAFileIsTakenAway(t *testing.T) {
	t.Chdir(t.TempDir())
	ctx, end := context.WithCancel(context.Background())
	files := &host.NewFiles{Context: ctx}
	_, err := files.Write("x.md", func(w io.Writer) error {
		_ = says("half")(w)
		return errors.New("no source is named")
	})
	if err == nil || !strings.Contains(err.Error(), "no source is named") {
		t.Error(err)
	}
	_, err = files.Write("x.md", func(w io.Writer) error {
		_ = says("half")(w)
		end()
		return says("rest")(w)
	})
	if err == nil || !strings.Contains(err.Error(), "the program ended") {
		t.Error(err)
	}
	if _, err := os.Stat("x.md"); err == nil {
		t.Error("half a file is left")
	}
	files.Wait()
}

// A folder that cannot be written into is named with the cure.
func TestAFolderThatTakesNoFile(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Skip(err)
	}
	t.Chdir(folder)
	_, err := (&host.NewFiles{Context: context.Background()}).Write("x.md", says("new"))
	if err == nil || !strings.Contains(err.Error(), "x.md cannot be written here") ||
		!strings.Contains(err.Error(), "another folder") {
		t.Error(err)
	}
}

// Of a long name the beginning is told, so that the reason is in sight.
func TestTheReasonIsToldBeforeALongName(t *testing.T) {
	t.Chdir(t.TempDir())
	files, long := &host.NewFiles{Context: context.Background()}, strings.Repeat("long", 200)
	for _, name := range []string{long + ".md", "a/" + long, long + "\x1b"} {
		_, err := files.Write(name, says("new"))
		if err == nil || len([]rune(err.Error())) > 160 {
			t.Errorf("it is said: %v", err)
		}
	}
	_, err := files.Write(long, says("new"))
	if err == nil || !strings.HasPrefix(err.Error(), "the name is too long for a file") {
		t.Errorf("it is said: %v", err)
	}
}
