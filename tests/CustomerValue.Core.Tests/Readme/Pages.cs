using System.Text.RegularExpressions;

namespace CustomerValue.Tests.Readme;

/// <summary>The pages of the project and the samples in its tests.</summary>
internal static class Pages
{
    private static readonly string Root = FindRoot();

    /// <summary>The fenced blocks of a page in a language, without their fences.</summary>
    public static string[] Blocks(string page, string language) =>
        Regex.Matches(Read(page), $"^```{language}\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value).ToArray();

    /// <summary>A sample as a page shows it: the usings of its file, a blank line, and what stands between the marks, moved to the margin.</summary>
    public static string Sample(string file) => Samples(file)[0];

    /// <summary>The samples of a file in order; the first one with its usings, the others go on from there.</summary>
    public static string[] Samples(string file)
    {
        string text = Read(file);
        string[] bodies = Regex.Matches(text, "^( *)// sample\n(.*?)\n*\\1// end of sample$", RegexOptions.Singleline | RegexOptions.Multiline)
            .Select(body => Regex.Replace(body.Groups[2].Value, $"^{body.Groups[1].Value}", "", RegexOptions.Multiline)).ToArray();
        Assert.True(bodies.Length > 0, $"{file} has no sample between its marks");
        bodies[0] = string.Join('\n', text.Split('\n').TakeWhile(line => line.Length > 0)) + "\n\n" + bodies[0];
        return bodies;
    }

    /// <summary>The pages below docs and the README, as paths from the root with forward slashes.</summary>
    public static string[] All { get; } = [.. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Append(Path.Combine(Root, "README.md")).Append(Path.Combine(Root, "CHANGELOG.md"))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    public static string FullPath(string path) => Path.Combine(Root, path);

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CustomerValue.Core.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds CustomerValue.Core.sln; run the tests from a clone.");
    }
}
