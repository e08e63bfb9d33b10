using System.Buffers.Binary;
using System.Text;

namespace Pipelines.Tests.Hosts.Telemetry;

/// <summary>A message of the protobuf wire format: numbers, texts and messages by the number of their field.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, ulong Number, byte[] Bytes)> _fields = [];

    public ProtobufMessage(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var tag = Varint(ref bytes);
            switch (tag & 7)
            {
                case 0:
                    _fields.Add(((int)(tag >> 3), Varint(ref bytes), []));
                    break;
                case 1:
                    _fields.Add(((int)(tag >> 3), BinaryPrimitives.ReadUInt64LittleEndian(bytes), []));
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    _fields.Add(((int)(tag >> 3), 0, bytes[..length].ToArray()));
                    bytes = bytes[length..];
                    break;
                case 5:
                    bytes = bytes[4..];
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7} is not known.");
            }
        }
    }

    public IEnumerable<ProtobufMessage> Messages(int field) => _fields.Where(found => found.Field == field).Select(found => new ProtobufMessage(found.Bytes));

    public ProtobufMessage Message(int field) => Messages(field).Single();

    public byte[] Bytes(int field) => _fields.Find(found => found.Field == field).Bytes ?? [];

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    public ulong Number(int field) => _fields.Find(found => found.Field == field).Number;

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
