using System.Buffers;
using System.Text;
using NUnit.Framework;
using Sample.Storefront.Redis;
using Shouldly;

namespace Sample.Storefront.Tests.Redis;

public sealed class RespParserTests
{
    [TestCase("+OK\r\n", "OK")]
    [TestCase("-WRONGTYPE no\r\n", "!WRONGTYPE no")]
    [TestCase(":-42\r\n", "-42")]
    [TestCase("$0\r\n\r\n", "''")]
    [TestCase("$4\r\na\r\nb\r\n", "'a\r\nb'")]
    [TestCase("$-1\r\n", "nothing")]
    [TestCase("*-1\r\n", "nothing")]
    [TestCase("*0\r\n", "[]")]
    [TestCase("*3\r\n:1\r\n*2\r\n$1\r\nx\r\n-no\r\n$-1\r\n", "[1 ['x' !no] nothing]")]
    public void An_answer_is_read_wherever_the_network_cuts_it(string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "+next\r\n");
        var whole = bytes.Length - "+next\r\n".Length;
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var reader = new SequenceReader<byte>(Cut(bytes, cut));

            RespParser.TryRead(ref reader, out var reply).ShouldBeTrue();
            Text(reply!).ShouldBe(expected);
            reader.Consumed.ShouldBe(whole);
        }

        for (var length = 0; length < whole; length++)
        {
            var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(bytes, 0, length));

            RespParser.TryRead(ref reader, out _).ShouldBeFalse();
        }
    }

    [TestCase("HTTP/1.1 400 Bad Request\r\n")]
    [TestCase(":12a\r\n")]
    [TestCase(":\r\n")]
    [TestCase("$-2\r\n")]
    [TestCase("$99999999999\r\n")]
    [TestCase("$1\r\nab\r\n")]
    [TestCase("*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n:1\r\n")]
    public void What_is_no_answer_is_refused(string text)
    {
        var refused = Should.Throw<RedisException>(() =>
        {
            var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text)));
            RespParser.TryRead(ref reader, out _);
        });

        refused.Message.ShouldStartWith("Does not speak RESP 2: ");
    }

    [Test]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        Should.Throw<RedisException>(() =>
        {
            var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes("+" + new string('x', 70_000))));
            RespParser.TryRead(ref reader, out _);
        });
    }

    [Test]
    public void A_command_is_a_list_of_words_with_their_length_in_bytes()
    {
        var buffer = new ArrayBufferWriter<byte>();

        RespCommand.Of("SET", "ü\r\n", "").WriteTo(buffer);

        Encoding.UTF8.GetString(buffer.WrittenSpan).ShouldBe("*3\r\n$3\r\nSET\r\n$4\r\nü\r\n\r\n$0\r\n\r\n");
    }

    private static ReadOnlySequence<byte> Cut(byte[] bytes, int at)
    {
        var first = new Segment(bytes.AsMemory(0, at));
        return new(first, 0, first.Append(bytes.AsMemory(at)), bytes.Length - at);
    }

    private static string Text(RespReply reply) => reply switch
    {
        RespReply.Line line => line.Text,
        RespReply.Refusal refusal => $"!{refusal.Text}",
        RespReply.Number number => $"{number.Value}",
        RespReply.Bulk bulk => $"'{bulk.Text}'",
        RespReply.List list => $"[{string.Join(' ', list.Items.Select(Text))}]",
        _ => "nothing",
    };

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
