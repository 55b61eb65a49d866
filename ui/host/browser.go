package host

import (
	"errors"
	"fmt"
	"os/exec"
	"runtime"

	"dateline/timeline/sanitize"
)

// ErrNotWeb is the error for an address that sanitize.WebAddress refuses.
var ErrNotWeb = errors.New("only http and https links are opened")

// OpenURL opens a web address in the reader's browser and does not wait for it. The error is ErrNotWeb for
// everything that is not a web address.
func OpenURL(address string) error {
	address, ok := sanitize.WebAddress(address)
	if !ok {
		return ErrNotWeb
	}
	words := opener(runtime.GOOS)
	// The address begins with its scheme, and so never looks like an option.
	cmd := exec.Command(words[0], append(words[1:], address)...)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("cannot start %s: %w", words[0], err)
	}
	go func() { _ = cmd.Wait() }()
	return nil
}

// opener returns the program that hands an address to the browser.
func opener(system string) []string {
	switch system {
	case "darwin":
		return []string{"open"}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	default:
		return []string{"xdg-open"}
	}
}
