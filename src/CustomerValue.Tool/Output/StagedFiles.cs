namespace CustomerValue.Tool.Output;

/// <summary>Files of one folder that appear together or not at all: written in a hidden folder beside their place, moved when all are whole.</summary>
internal sealed class StagedFiles : IDisposable
{
    private readonly string target;
    private readonly string staging;

    /// <summary>Begins, and fails at once where the folder can't be made or written.</summary>
    public StagedFiles(string folder)
    {
        target = System.IO.Path.GetFullPath(folder);
        if (File.Exists(target))
            throw new IOException($"{folder}: is a file; name a folder to write to.");
        string parent = System.IO.Path.GetDirectoryName(target) ?? target;
        staging = System.IO.Path.Combine(parent, $".{System.IO.Path.GetFileName(target)}.{Guid.NewGuid():N}");
        Directory.CreateDirectory(staging);
    }

    /// <summary>Where to write a file until <see cref="Commit"/>.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(staging, name);

    /// <summary>Moves the files to their folder, over older ones of the same names.</summary>
    /// <returns>The files' paths, in order of name.</returns>
    public IReadOnlyList<string> Commit()
    {
        string[] names = [.. Directory.GetFiles(staging).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        foreach (string name in names)
        {
            if (Directory.Exists(System.IO.Path.Combine(target, name)))
                throw new IOException($"{System.IO.Path.Combine(target, name)}: is a folder; a file is to be written there.");
        }

        Directory.CreateDirectory(target);
        foreach (string name in names)
            File.Move(PathOf(name), System.IO.Path.Combine(target, name), overwrite: true);
        return [.. names.Select(name => System.IO.Path.Combine(target, name))];
    }

    public void Dispose()
    {
        if (Directory.Exists(staging))
            Directory.Delete(staging, recursive: true);
    }
}
