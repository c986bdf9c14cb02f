using Spectre.Console;

namespace CustomerValue.Tool.Output;

/// <summary>What people see: tables on stdout, progress on stderr. Colour and movement only on a terminal.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 160;

    /// <summary>A console for tables; plain text where the writer is not a terminal.</summary>
    public static IAnsiConsole Tables(TextWriter output)
    {
        bool terminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No });
        if (!terminal)
            console.Profile.Width = WidthOfFiles;
        return console;
    }

    /// <summary>Runs work that may tell what it is doing; it is shown on a terminal and nowhere else.</summary>
    public static T WithProgress<T>(TextWriter error, string first, Func<Progress, T> work)
    {
        if (!ReferenceEquals(error, Console.Error) || Console.IsErrorRedirected)
            return work(new(_ => { }));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Status().Start(Markup.Escape(first), status => work(new(text => status.Status = Markup.Escape(text))));
    }
}
