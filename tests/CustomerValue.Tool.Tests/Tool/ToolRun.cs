namespace CustomerValue.Tool.Tests;

/// <summary>One run of the real command inside the test's process.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    /// <summary>The lines on stderr.</summary>
    public string[] ErrorLines => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public static async Task<ToolRun> Of(IEnumerable<string> args, CancellationToken cancellationToken = default)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync([.. args], output, error, cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>A call written as one line; a path with blanks can't be said this way.</summary>
    public static Task<ToolRun> Of(string line) => Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
