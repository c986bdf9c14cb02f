namespace CustomerValue.Data;

/// <summary>Files that appear whole or not at all.</summary>
public static class OutputFile
{
    /// <summary>
    /// Writes a file beside its place and moves it there when it is whole; a file already there is replaced only then. Where
    /// <paramref name="write"/> throws, nothing is left and what was there stays.
    /// </summary>
    /// <param name="path">Where the file is to be; its folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string place = Path.GetFullPath(path);
        string draft = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.{Guid.NewGuid():N}.part");
        try
        {
            using (FileStream stream = new(draft, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, place, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes a CSV file, whole or not at all.</summary>
    public static void WriteCsv(string path, Action<CsvWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        Write(path, stream =>
        {
            using CsvWriter writer = new(stream);
            write(writer);
        });
    }
}
