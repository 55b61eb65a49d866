package foreign

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What is to be typed for data in JavaScript gives that data as JSON.
func TestCureOfJavaScript(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("there is no node here")
	}
	_, command, _ := strings.Cut(javascript, ": ")
	for _, text := range []string{
		"var timeline = [{date: '2024', title: 'A'}];\n", "module.exports = [{date: '2024', title: 'A'}]",
		"export default [{date: '2024', title: 'A'}]\n", "callback([{date: '2024', title: 'A'}]);",
	} {
		file := filepath.Join(t.TempDir(), "data.js")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("sh", "-c", strings.ReplaceAll(command, "FILE", file)).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", text, err, out)
		}
		if got, _ := os.ReadFile(file + ".json"); strings.TrimSpace(string(got)) != `[{"date":"2024","title":"A"}]` {
			t.Errorf("%s%s", text, got)
		}
	}
}
