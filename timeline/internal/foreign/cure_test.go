package foreign

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What is to be typed for data in JavaScript cuts that data out of the text, and runs nothing of it.
func TestCureOfJavaScript(t *testing.T) {
	if _, err := exec.LookPath("perl"); err != nil {
		t.Skip("there is no perl here")
	}
	_, command, _ := strings.Cut(strings.TrimSuffix(javascript, " | dateline -"), ": ")
	if strings.Contains(javascript, "eval") || strings.Contains(javascript, "node") {
		t.Error("the cure runs the file")
	}
	const data = "[{date: '2024', title: 'A (b)'},\n {date: '2025', title: 'B = [c]'}]"
	for _, text := range []string{
		"var timeline = " + data + ";\n", "module.exports = " + data, "export default " + data + "\n",
		"callback(" + data + ");", data, "// mine\nconst a: Event[] = " + data + ";\n", "window.x = " + data + "\n\n",
	} {
		file := filepath.Join(t.TempDir(), "data.js")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("sh", "-c", strings.ReplaceAll(command, "FILE", file)).CombinedOutput()
		if err != nil || string(out) != data {
			t.Errorf("%s gives %s (%v)", text, out, err)
		}
	}
}

// What is to be typed for an Org file makes a table of its headings and items that have a date.
func TestCureOfOrg(t *testing.T) {
	if _, err := exec.LookPath("perl"); err != nil {
		t.Skip("there is no perl here")
	}
	_, command, _ := strings.Cut(strings.TrimSuffix(org, " | dateline -"), ": ")
	file := filepath.Join(t.TempDir(), "a.org")
	for text, want := range map[string]string{
		"* TODO head\n  SCHEDULED: <2024-01-01>\n":                             "2024-01-01\thead\n",
		"* One <2025-01-02 Thu>\n* Two [2025-01-03 Fri 10:00]\ntext\n":         "2025-01-02\tOne\n2025-01-03\tTwo\n",
		"* Year\n** A talk\n   :PROPERTIES:\n   :AT: [2025-01-02]\n   :END:\n": "2025-01-02\tA talk\n",
		"- [2025-01-02] One\n+ <2025-02-03> Two\n":                             "2025-01-02\tOne\n2025-02-03\tTwo\n",
		"* No date\n": "",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("sh", "-c", strings.ReplaceAll(command, "FILE", file)).CombinedOutput()
		if err != nil || string(out) != "date\ttitle\n"+want {
			t.Errorf("%s gives %s (%v)", text, out, err)
		}
	}
}
