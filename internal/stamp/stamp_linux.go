package stamp

import (
	"io/fs"
	"syscall"
)

func of(info fs.FileInfo) Stamp {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return Stamp{}
	}
	return OfStat(st)
}

// OfStat gives the stamp of what the kernel says of a file.
func OfStat(st *syscall.Stat_t) Stamp {
	return Stamp{Size: st.Size, MTime: st.Mtim.Nano(), CTime: st.Ctim.Nano(), Inode: st.Ino}
}
