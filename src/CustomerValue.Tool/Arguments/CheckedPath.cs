namespace CustomerValue.Tool.Arguments;

/// <summary>Paths that are refused before any work is done, in words that say what to do.</summary>
internal static class CheckedPath
{
    /// <summary>The path of a file that is there.</summary>
    public static string ToRead(string path) => File.Exists(path) ? path : throw new IOException($"{path}: {(Directory.Exists(path) ? "is a folder; name a file in it." : "doesn't exist; check the name and the folder.")}");

    /// <summary>The path of a file that may be written: its folder is there, and no folder has its name.</summary>
    public static string ToWrite(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path}: is a folder; name a file to write.");
        return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? path : throw new IOException($"{path}: its folder doesn't exist; make it first.");
    }
}
