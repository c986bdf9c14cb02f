namespace CustomerValue.Tool.Tests;

/// <summary>A folder of one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("customer-value-test-");

    public string this[string name] => System.IO.Path.Combine(folder.FullName, name);

    /// <summary>Names of all files and folders in it, hidden ones too.</summary>
    public IEnumerable<string> Names => folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(entry => entry.Name).Order(StringComparer.Ordinal);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => folder.Delete(recursive: true);
}
