namespace CustomerValue.Tool.Output;

/// <summary>Files of one folder that appear together or not at all: written into a hidden folder near their place, moved when all are whole.</summary>
internal sealed class StagedFiles : IDisposable
{
    private readonly string target;
    private readonly string staging;

    /// <summary>Begins, and fails at once where nothing can be written.</summary>
    public StagedFiles(string folder)
    {
        target = Path.GetFullPath(folder);
        string place = target;
        while (!Directory.Exists(place) && Path.GetDirectoryName(place) is { } parent)
            place = File.Exists(place) ? throw new IOException($"{place}: is a file; name a folder to write to.") : parent;
        staging = Path.Combine(place, $".customer-value-{Guid.NewGuid():N}");
        Directory.CreateDirectory(staging);
    }

    /// <summary>Where to write a file of this name until <see cref="Commit"/>.</summary>
    public string PathOf(string name) => Path.Combine(staging, name);

    /// <summary>Moves the files to their folder, over older ones of the same names.</summary>
    public void Commit()
    {
        string[] names = [.. Directory.GetFiles(staging).Select(Path.GetFileName)!];
        foreach (string taken in names.Select(name => Path.Combine(target, name)).Where(Directory.Exists))
            throw new IOException($"{taken}: is a folder; a file is to be written there.");

        Directory.CreateDirectory(target);
        foreach (string name in names)
            File.Move(Path.Combine(staging, name), Path.Combine(target, name), overwrite: true);
    }

    public void Dispose() => Directory.Delete(staging, recursive: true);
}
