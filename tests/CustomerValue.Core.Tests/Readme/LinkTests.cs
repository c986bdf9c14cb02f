using System.Text.RegularExpressions;

namespace CustomerValue.Tests.Readme;

/// <summary>Links within the project lead to files and headings that are there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> All => [.. Pages.All];

    [Theory]
    [MemberData(nameof(All))]
    public void Links_within_the_project_lead_somewhere(string page)
    {
        foreach (Match link in Links().Matches(Pages.Read(page)))
        {
            string target = link.Groups["file"].Value is { Length: > 0 } file ? Path.Combine(Path.GetDirectoryName(page)!, file) : page;
            Assert.True(Pages.Exists(target), $"{page} links to {target}, which is not there");
            if (link.Groups["heading"].Value is { Length: > 0 } heading && target.EndsWith(".md", StringComparison.Ordinal))
                Assert.Contains(heading, Anchors(Pages.Read(target)));
        }
    }

    /// <summary>Every page can be reached from the README.</summary>
    [Fact]
    public void Every_page_is_linked_to()
    {
        HashSet<string> reached = ["README.md"];
        Queue<string> open = new(reached);
        while (open.TryDequeue(out string? page))
        {
            foreach (Match link in Links().Matches(Pages.Read(page)))
            {
                string target = Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(page)!, link.Groups["file"].Value)).Replace('\\', '/');
                if (target.EndsWith(".md", StringComparison.Ordinal) && reached.Add(target))
                    open.Enqueue(target);
            }
        }

        Assert.Empty(Pages.All.Except(reached));
    }

    /// <summary>The anchors of a page's headings, as GitHub makes them.</summary>
    private static IEnumerable<string> Anchors(string text) => Regex.Matches(text, "^#+ (.*)$", RegexOptions.Multiline)
        .Select(heading => Regex.Replace(heading.Groups[1].Value.ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?!https?:)(?<file>[^)#]*)(?:#(?<heading>[^)]+))?\)")]
    private static partial Regex Links();
}
