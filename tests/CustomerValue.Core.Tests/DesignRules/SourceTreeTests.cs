using System.Text.RegularExpressions;

namespace CustomerValue.Tests.DesignRules;

/// <summary>A newcomer finds a type by its name: the folder is the namespace, the file is the type.</summary>
public sealed partial class SourceTreeTests
{
    [SkippableFact]
    public void Every_namespace_is_its_folder() => Breaches.None(
        from file in Sources()
        let declared = Namespace().Match(file.Text)
        where declared.Success && declared.Groups[1].Value != file.Namespace && !IsForeign(declared.Groups[1].Value)
        select $"{file.Path} declares {declared.Groups[1].Value}, not {file.Namespace}");

    [SkippableFact]
    public void Every_file_is_named_after_a_type_in_it() => Breaches.None(
        from file in Sources()
        where Namespace().IsMatch(file.Text) && !Types().Matches(file.Text).Any(type => type.Groups[1].Value == Path.GetFileName(file.Path).Split('.')[0])
        select $"{file.Path} declares no type of its name");

    [SkippableFact]
    public void Every_file_has_a_namespace_but_the_entry_point() =>
        Breaches.None(Sources().Where(file => !Namespace().IsMatch(file.Text) && Path.GetFileName(file.Path) != "Program.cs").Select(file => file.Path));

    /// <summary>Extension methods on IServiceCollection belong where its users look for them.</summary>
    private static bool IsForeign(string name) => name == "Microsoft.Extensions.DependencyInjection";

    private static List<(string Path, string Namespace, string Text)> Sources()
    {
        string src = Path.Combine(House.Checkout(), "src");
        List<(string, string, string)> sources = [];
        foreach (string path in Directory.EnumerateFiles(src, "*.cs", SearchOption.AllDirectories))
        {
            string[] parts = Path.GetRelativePath(src, path).Split(Path.DirectorySeparatorChar);
            if (parts[1] is not ("bin" or "obj"))
                sources.Add((path, string.Join('.', [Root(parts[0]), .. parts[1..^1]]), File.ReadAllText(path)));
        }

        Assert.NotEmpty(sources);
        return sources;
    }

    private static string Root(string project) => project == "CustomerValue.Core" ? "CustomerValue" : project.Replace(".Extensions.", ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^[ \t]*(?:(?:public|internal|private|protected|static|sealed|abstract|readonly|ref|partial|unsafe) )*(?:class|struct|record struct|record|interface|enum|delegate [\w<>\[\], ]+?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Types();
}
