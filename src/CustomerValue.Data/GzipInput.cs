using System.IO.Compression;

namespace CustomerValue.Data;

/// <summary>
/// Unpacks gzip and notices a file that was cut off, which GZipStream passes over in silence: behind the file it puts one more
/// packed member with a mark, and when the mark doesn't come out at the end, the file's own last member didn't end.
/// </summary>
internal sealed class GzipInput : IDisposable
{
    private static readonly byte[] Mark = "\0end of the file\0"u8.ToArray();
    private readonly GZipStream unpacked;
    private readonly byte[] block = new byte[1 << 16];
    private int held;

    public GzipInput(Stream packed) => unpacked = new(new WithMark(packed), CompressionMode.Decompress);

    /// <summary>Reads some bytes; 0 at the end.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or was cut off.</exception>
    public int Read(Span<byte> target)
    {
        int ready;
        do
        {
            int got = unpacked.Read(block.AsSpan(held, Math.Min(block.Length - held, target.Length)));
            if (got == 0)
                return block.AsSpan(0, held).SequenceEqual(Mark) ? 0 : throw new InvalidDataException("the packed file was cut off, or something else follows its end; copy it again.");
            ready = held + got - Mark.Length;
            if (ready <= 0)
                held += got;
        }
        while (ready <= 0);

        // The last bytes are held back: they may be the mark.
        block.AsSpan(0, ready).CopyTo(target);
        block.AsSpan(ready, Mark.Length).CopyTo(block);
        held = Mark.Length;
        return ready;
    }

    public void Dispose() => unpacked.Dispose();

    private sealed class WithMark(Stream packed) : Stream
    {
        private readonly MemoryStream mark = Packed();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer) => packed.Read(buffer) is > 0 and int got ? got : mark.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            packed.Dispose();
            base.Dispose(disposing);
        }

        private static MemoryStream Packed()
        {
            MemoryStream member = new();
            using (GZipStream gzip = new(member, CompressionMode.Compress, leaveOpen: true))
                gzip.Write(Mark);
            member.Position = 0;
            return member;
        }
    }
}
