using System.Diagnostics;
using CustomerValue.Tests.Readme;
using CustomerValue.Tests.Stores;

namespace CustomerValue.Tests.Chaos;

/// <summary>A PostgreSQL server of a test's own, which may be stopped as the test likes. Skips the test where there is none to start.</summary>
internal sealed class OwnServer : IDisposable
{
    private static readonly string Script = Pages.FullPath(".ci/postgres");

    public OwnServer()
    {
        // Who has a server for the tests has its programs as a rule; without, they are not installed for this one test.
        TestStore.SkipWithoutServer();
        Folder = Directory.CreateTempSubdirectory("customer-value-server-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Folder, (UnixFileMode)0b111_101_101);
        Skip.IfNot(!OperatingSystem.IsWindows() && Directory.Exists("/usr/lib/postgresql"), "the programs of a PostgreSQL server are not on this machine (Debian's package postgresql)");
        Connection = Run(Script, "start", Folder) ?? "";
        Skip.If(Connection.Length == 0, "a second PostgreSQL server can't be started here");
    }

    /// <summary>Its folder, which its user may write to.</summary>
    public string Folder { get; }

    /// <summary>Its connection string.</summary>
    public string Connection { get; }

    /// <summary>Ends it, waiting for nobody, and starts it again.</summary>
    /// <param name="mode"><c>fast</c> ends connections in order, <c>immediate</c> is like a crash.</param>
    public void Restart(string mode) => Assert.NotNull(Run(Script, "restart", Folder, mode));

    /// <summary>What a program prints, or null where it fails or is not there.</summary>
    public static string? Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? printed.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public void Dispose()
    {
        Run(Script, "stop", Folder);
        Directory.Delete(Folder, true);
    }
}
