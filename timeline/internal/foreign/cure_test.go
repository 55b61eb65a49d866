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
