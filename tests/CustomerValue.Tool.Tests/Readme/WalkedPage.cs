using System.Text.RegularExpressions;

namespace CustomerValue.Tool.Tests.Readme;

/// <summary>A page walked through as a reader would: files below their names are written, commands are run, and what stands below a command must be in what it prints.</summary>
internal sealed partial class WalkedPage : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> files = [];

    /// <summary>How many outputs were compared.</summary>
    public int Compared { get; private set; }

    public void Dispose() => folder.Dispose();

    public void Write(string name, string text)
    {
        folder.Write(name, text);
        files.Add(name);
    }

    public string Path(string name) => folder[name];

    public string Text(string name) => File.ReadAllText(folder[name]);

    public static string Read(string page)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, "CustomerValue.Core.sln")))
            root = root.Parent;
        return File.ReadAllText(System.IO.Path.Combine(root!.FullName, page)).ReplaceLineEndings("\n");
    }

    /// <summary>Walks through the page; <paramref name="before"/> is called before each command.</summary>
    public async Task Walk(string page, Action<WalkedPage>? before = null)
    {
        string printed = "";
        foreach (Match block in Blocks().Matches(Read(page)))
        {
            string text = block.Groups["text"].Value;
            if (block.Groups["name"].Value is { Length: > 0 } name)
            {
                Write(name, text + "\n");
            }
            else if (block.Groups["language"].Value == "bash")
            {
                before?.Invoke(this);
                ToolRun run = await ToolRun.Of(text["customer-value ".Length..].Split(' ').Select(word => files.Contains(word) ? folder[word] : word));
                printed = string.Join('\n', (run.Output + run.Error).ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
            }
            else if (block.Groups["language"].Value == "text")
            {
                Assert.Contains(text, printed, StringComparison.Ordinal);
                Compared++;
            }
        }
    }

    [GeneratedRegex("(?:^`(?<name>[^`\n]+)`:\n\n)?^```(?<language>[a-z]+)\n(?<text>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
