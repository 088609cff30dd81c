//go:build !linux

package preview

// onNetwork is known on Linux only; elsewhere --poll is the editor's choice.
func onNetwork(string) bool { return false }
