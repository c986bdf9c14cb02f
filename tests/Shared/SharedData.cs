using System.IO.Compression;

namespace CustomerValue.Tests;

/// <summary>Public data sets and peers' results that lie beside a checkout, not in it. Tests that need them skip where they are not there.</summary>
internal static class SharedData
{
    private static readonly string? Root = Find();

    /// <summary>The path of a shared file; skips the test where it isn't there.</summary>
    public static string Path(string relative)
    {
        string? path = Root is null ? null : System.IO.Path.Combine(Root, relative);
        Skip.If(path is null || !File.Exists(path), $"needs shared/{relative} beside the checkout, or CUSTOMERVALUE_SHARED set to its folder");
        return path!;
    }

    /// <summary>The lines of a shared text file, unpacked where it ends with .gz.</summary>
    public static IEnumerable<string> Lines(string relative)
    {
        string path = Path(relative);
        using Stream file = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader reader = new(text);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CUSTOMERVALUE_SHARED") is { Length: > 0 } given)
            return given;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(candidate, "reference")))
                return candidate;
        }

        return null;
    }
}
